package cn.sunlot.policy;

/**
 * What happens after a violation.
 *
 * @param asARule whether the term holds as a rule (原则上)
 */
public record FollowUp(Occasion handOver, Receiver to, Term completeWithin, boolean asARule) {

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
