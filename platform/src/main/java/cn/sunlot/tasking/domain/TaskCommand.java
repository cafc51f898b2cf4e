package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a task; those without a permission follow from draws and visits by
 * themselves.
 */
public enum TaskCommand {
  INVITE(Permission.TASK_EDIT),
  COMPLETE_SET_UP(Permission.TASK_EDIT),
  PREPARE_POOL(Permission.TASK_EDIT),
  PLAN_BATCHES(Permission.TASK_EDIT),
  ALLOW_BEYOND_CAP(Permission.TASK_EDIT),
  FREEZE_POOL(Permission.DRAW_OPERATE),
  FORM_TEAMS(Permission.DRAW_OPERATE),
  DISPATCH(Permission.TASK_EDIT),
  /** To another section, when whoever had it has another post. */
  HAND_OVER(Permission.TASK_EDIT),
  ABANDON(Permission.TASK_EDIT),
  NOTE_TARGETS_DRAWN(null),
  NOTE_TARGET_DRAW_VOID(null),
  NOTE_INSPECTORS_DRAWN(null),
  NOTE_INSPECTOR_DRAW_VOID(null),
  NOTE_ENDED(null);

  private final @Nullable Permission permission;

  TaskCommand(@Nullable Permission permission) {
    this.permission = permission;
  }

  public @Nullable Permission permission() {
    return permission;
  }
}
