package cn.sunlot.planning.domain;

import cn.sunlot.kernel.access.Permission;

/**
 * What can be done with a plan, and who may: the section drafts, the principal approves; a joint
 * plan is the office's of the joint conference.
 */
public enum PlanCommand {
  CHANGE_DRAFT(Permission.PLAN_EDIT),
  SUBMIT(Permission.PLAN_EDIT),
  DISCARD(Permission.PLAN_EDIT),
  APPROVE(Permission.PLAN_APPROVE),
  SEND_BACK(Permission.PLAN_APPROVE),
  PUBLISH(Permission.PLAN_EDIT),
  ADJUST(Permission.PLAN_EDIT),
  FILE(Permission.PLAN_EDIT),
  TAKE_PROPOSALS(Permission.PLAN_CONSOLIDATE),
  CHANGE_JOINT_DRAFT(Permission.PLAN_CONSOLIDATE),
  SUBMIT_JOINT(Permission.PLAN_CONSOLIDATE),
  DISCARD_JOINT(Permission.PLAN_CONSOLIDATE),
  ENTER_DECISION(Permission.PLAN_CONSOLIDATE),
  RETURN_JOINT(Permission.PLAN_CONSOLIDATE),
  PUBLISH_JOINT(Permission.PLAN_CONSOLIDATE),
  ADJUST_JOINT(Permission.PLAN_CONSOLIDATE),
  FILE_JOINT(Permission.PLAN_CONSOLIDATE);

  private final Permission permission;

  PlanCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
