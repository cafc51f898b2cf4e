package cn.sunlot.drawlog;

import java.util.Arrays;
import java.util.Optional;

/** The steps of a draw that are in the log, by the type of their entries. */
public enum StepType {
  /** The commitment document. */
  COMMITTED("draw-committed"),
  /** A party's nonce. */
  REVEALED("draw-revealed"),
  /** A public value. */
  PUBLIC("draw-public"),
  /** The chain value of a round. */
  OPENED("draw-opened"),
  /** The input of a substitute round. */
  ROUND("draw-round"),
  /** What a round gave. */
  DRAWN("draw-drawn"),
  /** The draw is given up, or its further rounds are. */
  VOID("draw-void");

  private final String type;

  StepType(String type) {
    this.type = type;
  }

  /** The type of the entry. */
  public String type() {
    return type;
  }

  /** The step of this type; empty for an entry of something else. */
  public static Optional<StepType> of(String type) {
    return Arrays.stream(values()).filter(step -> step.type.equals(type)).findFirst();
  }
}
