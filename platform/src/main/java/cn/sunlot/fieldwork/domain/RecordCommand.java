package cn.sunlot.fieldwork.domain;

import cn.sunlot.kernel.access.Permission;

/** What can be asked of a record. */
public enum RecordCommand {
  SAVE(Permission.RESULT_ENTER),
  SUBMIT(Permission.RESULT_ENTER),
  ACCEPT(Permission.RESULT_REVIEW),
  SEND_BACK(Permission.RESULT_REVIEW);

  private final Permission permission;

  RecordCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
