package cn.sunlot.policy;

import java.util.Set;

/**
 * What the yearly plan binds.
 *
 * @param nothingOutsidePlan no inspection outside the plan
 * @param unless grounds on which there is one all the same
 */
public record PlanRules(boolean nothingOutsidePlan, Set<Ground> unless) {

  /** Grounds of inspections that need no plan. */
  public enum Ground {
    COMPLAINT,
    ASSIGNED_WORK,
    EMERGENCY,
    CAMPAIGN_FROM_ABOVE
  }

  public PlanRules {
    unless = Set.copyOf(unless);
  }
}
