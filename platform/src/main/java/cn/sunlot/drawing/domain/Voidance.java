package cn.sunlot.drawing.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a draw is void.
 *
 * @param reason in words, given by whoever gave it up; empty where it failed by the book
 * @param failed the parties that failed, by their names in the draw
 * @param approverId who approved that it is given up
 */
public record Voidance(
    VoidCause cause, String reason, List<String> failed, @Nullable UUID approverId, Instant at) {

  public Voidance {
    failed = List.copyOf(failed);
  }
}
