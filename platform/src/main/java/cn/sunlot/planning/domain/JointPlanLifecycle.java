package cn.sunlot.planning.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.planning.domain.PlanCommand.*;
import static cn.sunlot.planning.domain.PlanState.*;

import cn.sunlot.kernel.Lifecycle;

/**
 * The way of a joint plan: the office of the joint conference consolidates what was agreed, enters
 * the decision of the body that the rules name, files and publishes (TZ-13, TZ-14, PDS-7, SX-4.1,
 * RS-2.4).
 */
public final class JointPlanLifecycle {

  public static final Lifecycle<PlanState, PlanCommand> TABLE =
      new Lifecycle<>(
          "joint-plan",
          edge(DRAFT, TAKE_PROPOSALS, DRAFT, "plan-proposals-taken", "TZ-14"),
          edge(DRAFT, CHANGE_JOINT_DRAFT, DRAFT, "plan-draft-changed", "TZ-14"),
          edge(DRAFT, SUBMIT_JOINT, SUBMITTED, "plan-submitted", "TZ-14"),
          edge(DRAFT, DISCARD_JOINT, DISCARDED, "plan-discarded", ""),
          edge(SUBMITTED, ENTER_DECISION, APPROVED, "plan-decided", "TZ-14"),
          edge(SUBMITTED, RETURN_JOINT, DRAFT, "plan-sent-back", "TZ-14"),
          edge(APPROVED, PUBLISH_JOINT, PUBLISHED, "plan-published", "TZ-13"),
          edge(APPROVED, FILE_JOINT, APPROVED, "plan-filed", "TZ-M6"),
          edge(PUBLISHED, ADJUST_JOINT, DRAFT, "plan-adjustment-drafted", "TZ-13"),
          edge(PUBLISHED, FILE_JOINT, PUBLISHED, "plan-filed", "TZ-M6"),
          edge(DISCARDED, ADJUST_JOINT, DRAFT, "plan-adjustment-drafted", ""));

  private JointPlanLifecycle() {}
}
