package cn.sunlot.organisation;

import static cn.sunlot.kernel.access.Permission.CALENDAR_VIEW;
import static cn.sunlot.kernel.access.Permission.CATALOG_VIEW;
import static cn.sunlot.kernel.access.Permission.INSPECTORS_EDIT;
import static cn.sunlot.kernel.access.Permission.INSPECTORS_IMPORT;
import static cn.sunlot.kernel.access.Permission.INSPECTORS_VIEW;
import static cn.sunlot.kernel.access.Permission.PLAN_VIEW;
import static cn.sunlot.kernel.access.Permission.POLICY_VIEW;
import static cn.sunlot.kernel.access.Permission.TARGETS_EDIT;
import static cn.sunlot.kernel.access.Permission.TARGETS_IMPORT;
import static cn.sunlot.kernel.access.Permission.TARGETS_VIEW;
import static cn.sunlot.kernel.access.Permission.TASK_VIEW;
import static cn.sunlot.kernel.access.Permission.VISIT_VIEW;

import cn.sunlot.kernel.access.Permission;
import java.util.Set;

/**
 * What another system may be allowed. Nothing here draws, decides, approves or publishes: these are
 * acts of people.
 */
public enum ApiScope {
  /** Rules and working days. */
  RULES_READ(POLICY_VIEW, CALENDAR_VIEW),
  ITEMS_READ(CATALOG_VIEW),
  TARGETS_READ(TARGETS_VIEW),
  TARGETS_WRITE(TARGETS_VIEW, TARGETS_EDIT, TARGETS_IMPORT),
  INSPECTORS_READ(INSPECTORS_VIEW),
  INSPECTORS_WRITE(INSPECTORS_VIEW, INSPECTORS_EDIT, INSPECTORS_IMPORT),
  PLANS_READ(PLAN_VIEW),
  /** Tasks, visits and their results. */
  TASKS_READ(TASK_VIEW, VISIT_VIEW);

  private final Set<Permission> permissions;

  ApiScope(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }
}
