package cn.sunlot.intake;

import java.util.UUID;

/** The face of intake: codes for people without an account. */
public interface Intake {

  /**
   * Makes a code for one thing, which ends the one before. Only its hash is kept: this answer is
   * the only place where it can be read.
   *
   * @param purpose what the code is for, e.g. {@code draw-party}
   * @param subject key of the thing that it opens
   * @return ten letters and digits
   */
  String makeCode(String purpose, UUID subject);

  /** Ends the code of a thing, if it has one. */
  void endCode(String purpose, UUID subject);

  /** Whether a thing has a code that still opens it. */
  boolean hasCode(String purpose, UUID subject);
}
