package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.access.Permission;
import org.jspecify.annotations.Nullable;

/** What can be asked of a visit; those without a permission follow by themselves. */
public enum VisitCommand {
  RECUSE(Permission.STAFFING_REQUEST),
  REPLACE(Permission.STAFFING_REQUEST),
  REPORT_SHORTAGE(Permission.STAFFING_REQUEST),
  DROP_AS_EXEMPT(Permission.TASK_EDIT),
  PLAN_DAY(Permission.STAFFING_REQUEST),
  APPOINT_LEADER(Permission.TASK_EDIT),
  ADD_ASSISTANT(Permission.STAFFING_REQUEST),
  REMOVE_ASSISTANT(Permission.STAFFING_REQUEST),
  NOTE_TEAM(null),
  NOTE_TEAM_BROKEN(null),
  NOTE_DISPATCHED(null),
  NOTE_FINISHED(null);

  private final @Nullable Permission permission;

  VisitCommand(@Nullable Permission permission) {
    this.permission = permission;
  }

  public @Nullable Permission permission() {
    return permission;
  }
}
