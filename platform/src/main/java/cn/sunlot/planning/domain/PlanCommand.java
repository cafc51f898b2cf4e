package cn.sunlot.planning.domain;

import cn.sunlot.kernel.access.Permission;

/** What can be done with a plan, and who may: the section drafts, the principal approves. */
public enum PlanCommand {
  CHANGE_DRAFT(Permission.PLAN_EDIT),
  SUBMIT(Permission.PLAN_EDIT),
  DISCARD(Permission.PLAN_EDIT),
  APPROVE(Permission.PLAN_APPROVE),
  SEND_BACK(Permission.PLAN_APPROVE),
  PUBLISH(Permission.PLAN_EDIT),
  ADJUST(Permission.PLAN_EDIT);

  private final Permission permission;

  PlanCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
