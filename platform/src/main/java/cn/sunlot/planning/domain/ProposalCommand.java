package cn.sunlot.planning.domain;

import cn.sunlot.kernel.access.Permission;

/**
 * What can be done with a proposal, and who may: the lead's section drafts, leaders of participants
 * answer, the office of the joint conference consolidates.
 */
public enum ProposalCommand {
  CHANGE_DRAFT(Permission.PLAN_EDIT, Side.LEAD),
  PROPOSE(Permission.PLAN_EDIT, Side.LEAD),
  AGREE(Permission.PLAN_ANSWER, Side.PARTICIPANT),
  DECLINE(Permission.PLAN_ANSWER, Side.PARTICIPANT),
  /** The office enters what a participant agreed to when it coordinated (RS-2.4). */
  COORDINATE(Permission.PLAN_CONSOLIDATE, Side.OFFICE),
  /** Ends the asking: those who agreed take part, the others do not. */
  SETTLE(Permission.PLAN_EDIT, Side.LEAD),
  REOPEN(Permission.PLAN_EDIT, Side.LEAD),
  WITHDRAW(Permission.PLAN_EDIT, Side.LEAD),
  RETURN_PROPOSAL(Permission.PLAN_CONSOLIDATE, Side.OFFICE),
  MERGE(Permission.PLAN_CONSOLIDATE, Side.OFFICE),
  /** The office writes down why two that overlap stay two. */
  KEEP_APART(Permission.PLAN_CONSOLIDATE, Side.OFFICE),
  /** The office puts it into the joint plan, on the page of the plan. */
  TAKE(Permission.PLAN_CONSOLIDATE, Side.OFFICE),
  /** The draft of the plan lets it go again. */
  RELEASE(Permission.PLAN_CONSOLIDATE, Side.OFFICE),
  /** One beside the plan becomes a plan of its own (TZ-17, PDS-8). */
  OPEN_AD_HOC(Permission.PLAN_EDIT, Side.LEAD);

  /** For whom a command is given. */
  public enum Side {
    LEAD,
    PARTICIPANT,
    OFFICE
  }

  private final Permission permission;
  private final Side side;

  ProposalCommand(Permission permission, Side side) {
    this.permission = permission;
    this.side = side;
  }

  public Permission permission() {
    return permission;
  }

  public Side side() {
    return side;
  }
}
