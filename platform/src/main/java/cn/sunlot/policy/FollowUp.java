package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * What happens after a violation.
 *
 * @param asARule whether the term holds as a rule (原则上)
 * @param enterWithin until when it is entered what came of it; null where nothing is said of it, as
 *     in versions from before this was asked
 */
public record FollowUp(
    Occasion handOver,
    Receiver to,
    Term completeWithin,
    boolean asARule,
    @Nullable Term enterWithin) {

  /** Which violations are handed over. */
  public enum Occasion {
    VIOLATIONS_NOT_CORRECTED_IN_TIME,
    EVERY_VIOLATION
  }

  /** To whom. */
  public enum Receiver {
    UNIT_IN_CHARGE_OF_DAILY_SUPERVISION,
    SECTION_IN_CHARGE_OF_DAILY_SUPERVISION
  }
}
