package cn.sunlot.results.domain;

import cn.sunlot.kernel.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a result; those without a permission come with the review of its record, or
 * with its task's report.
 */
public enum ResultCommand {
  PUBLISH(null),
  CIRCULATE(null),
  WITHHOLD(null),
  CORRECT(Permission.RESULT_CORRECT);

  private final @Nullable Permission permission;

  ResultCommand(@Nullable Permission permission) {
    this.permission = permission;
  }

  public @Nullable Permission permission() {
    return permission;
  }
}
