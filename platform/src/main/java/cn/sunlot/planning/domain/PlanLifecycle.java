package cn.sunlot.planning.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.planning.domain.PlanCommand.*;
import static cn.sunlot.planning.domain.PlanState.*;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;

/** From draft to the published plan, and on to its adjustments (ZB-8, TZ-13). */
public final class PlanLifecycle {

  /**
   * The states are those of a plan's current version; an adjustment leaves the earlier version as
   * it is.
   */
  public static final Lifecycle<PlanState, PlanCommand> TABLE =
      new Lifecycle<>(
          "plan",
          edge(DRAFT, CHANGE_DRAFT, DRAFT, "plan-draft-changed", ""),
          edge(DRAFT, SUBMIT, SUBMITTED, "plan-submitted", "ZB-8"),
          edge(DRAFT, DISCARD, DISCARDED, "plan-discarded", ""),
          edge(SUBMITTED, APPROVE, APPROVED, "plan-approved", "ZB-8"),
          edge(SUBMITTED, SEND_BACK, DRAFT, "plan-sent-back", "ZB-8"),
          edge(APPROVED, PUBLISH, PUBLISHED, "plan-published", "TZ-13"),
          edge(APPROVED, FILE, APPROVED, "plan-filed", "RS-2.4"),
          edge(PUBLISHED, ADJUST, DRAFT, "plan-adjustment-drafted", "TZ-13"),
          edge(PUBLISHED, FILE, PUBLISHED, "plan-filed", "RS-2.4"));

  private PlanLifecycle() {}

  /** The table that a plan follows: a joint one goes another way. */
  public static Lifecycle<PlanState, PlanCommand> of(Plan plan) {
    return plan.kind() == PlanKind.JOINT ? JointPlanLifecycle.TABLE : TABLE;
  }

  /** The commands that this person may give now. */
  public static List<PlanCommand> allowed(Plan plan, SignedIn person) {
    if (!person.handles(plan.departmentId())) {
      return List.of();
    }
    return of(plan).allowed(plan.current().state()).stream()
        .filter(c -> person.may(c.permission()))
        .toList();
  }
}
