package cn.sunlot.results.domain;

import cn.sunlot.kernel.access.Permission;
import org.jspecify.annotations.Nullable;

/** What can be asked of a result; those without a permission come with its task's report. */
public enum ResultCommand {
  PUBLISH(null),
  CIRCULATE(null),
  CORRECT(Permission.RESULT_CORRECT);

  private final @Nullable Permission permission;

  ResultCommand(@Nullable Permission permission) {
    this.permission = permission;
  }

  public @Nullable Permission permission() {
    return permission;
  }
}
