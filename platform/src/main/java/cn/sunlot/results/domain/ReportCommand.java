package cn.sunlot.results.domain;

import cn.sunlot.kernel.access.Permission;

/** What can be asked of a report. */
public enum ReportCommand {
  SAVE(Permission.REPORT_EDIT),
  SUBMIT(Permission.REPORT_EDIT),
  SEND_BACK(Permission.REPORT_PUBLISH),
  PUBLISH(Permission.REPORT_PUBLISH),
  CIRCULATE(Permission.REPORT_PUBLISH);

  private final Permission permission;

  ReportCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
