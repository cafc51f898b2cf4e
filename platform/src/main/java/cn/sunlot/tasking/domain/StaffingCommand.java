package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.access.Permission;
import org.jspecify.annotations.Nullable;

/** What can be asked of a request. */
public enum StaffingCommand {
  APPROVE(Permission.STAFFING_DECIDE),
  APPROVE_DRAW(Permission.STAFFING_DECIDE),
  REFUSE(Permission.STAFFING_DECIDE),
  NOTE_DRAWN(null);

  private final @Nullable Permission permission;

  StaffingCommand(@Nullable Permission permission) {
    this.permission = permission;
  }

  public @Nullable Permission permission() {
    return permission;
  }
}
