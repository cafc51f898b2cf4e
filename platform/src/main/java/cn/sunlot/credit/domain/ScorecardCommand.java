package cn.sunlot.credit.domain;

import cn.sunlot.kernel.access.Permission;

/** What can be done with a scorecard, and who may. */
public enum ScorecardCommand {
  CHANGE(Permission.CREDIT_EDIT),
  /** To see how the distribution would be, without changing anything. */
  TRY(Permission.CREDIT_EDIT),
  SUBMIT(Permission.CREDIT_EDIT),
  DISCARD(Permission.CREDIT_EDIT),
  APPROVE(Permission.CREDIT_APPROVE),
  SEND_BACK(Permission.CREDIT_APPROVE);

  private final Permission permission;

  ScorecardCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
