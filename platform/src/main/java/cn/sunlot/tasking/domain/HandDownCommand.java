package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.access.Permission;

/** What an executing department does with its part of a drawn list. */
public enum HandDownCommand {
  RECEIVE_LIST(Permission.TASK_EDIT);

  private final Permission permission;

  HandDownCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
