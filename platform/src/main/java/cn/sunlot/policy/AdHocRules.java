package cn.sunlot.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joint inspections outside the yearly plan.
 *
 * @param allowed when there may be one
 * @param recorded whether it is recorded as what it is, with its ground
 * @param published whether it is published
 * @param fileWith with whom it is filed
 * @param campaigns how special campaigns on items of the list are carried out; null where nothing
 *     is laid down
 */
public record AdHocRules(
    Allowed allowed,
    boolean recorded,
    boolean published,
    Set<Recipient> fileWith,
    @Nullable Campaigns campaigns) {

  /**
   * What lies outside the plan and is possible all the same, in versions from before it was asked.
   */
  public static final AdHocRules UNSAID =
      new AdHocRules(Allowed.WHEN_NEEDED, true, true, Set.of(), null);

  /** When there may be an inspection outside the plan. */
  public enum Allowed {
    WHEN_NEEDED,
    /** On an order of a superior only. */
    SUPERIOR_ORDER,
    /** On the grounds that the rule on the plan names. */
    PLAN_GROUNDS
  }

  /** How special campaigns are carried out. */
  public enum Campaigns {
    /** As joint inspections (原则上): alone for a stated reason only. */
    JOINT_AS_A_RULE
  }

  public AdHocRules {
    fileWith = Set.copyOf(fileWith);
  }
}
