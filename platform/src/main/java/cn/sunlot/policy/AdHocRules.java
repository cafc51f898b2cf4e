package cn.sunlot.policy;

import java.util.Set;

/**
 * Joint inspections outside the yearly plan.
 *
 * @param allowed when there may be one
 * @param recorded whether it is recorded as what it is, with its ground
 * @param published whether it is published
 * @param fileWith with whom it is filed
 */
public record AdHocRules(
    Allowed allowed, boolean recorded, boolean published, Set<Recipient> fileWith) {

  /**
   * What lies outside the plan and is possible all the same, in versions from before it was asked.
   */
  public static final AdHocRules UNSAID = new AdHocRules(Allowed.WHEN_NEEDED, true, true, Set.of());

  /** When there may be an inspection outside the plan. */
  public enum Allowed {
    WHEN_NEEDED,
    /** On an order of a superior only. */
    SUPERIOR_ORDER,
    /** On the grounds that the rule on the plan names. */
    PLAN_GROUNDS
  }

  public AdHocRules {
    fileWith = Set.copyOf(fileWith);
  }
}
