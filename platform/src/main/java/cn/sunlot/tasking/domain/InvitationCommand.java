package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.access.Permission;

/** What can be done with an invitation: answered by the invited, withdrawn by the lead. */
public enum InvitationCommand {
  ACCEPT_INVITATION(Permission.TASK_EDIT),
  REFUSE_INVITATION(Permission.TASK_EDIT),
  WITHDRAW_INVITATION(Permission.TASK_EDIT);

  private final Permission permission;

  InvitationCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
