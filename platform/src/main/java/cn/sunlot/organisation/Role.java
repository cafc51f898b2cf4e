package cn.sunlot.organisation;

import static cn.sunlot.kernel.access.Permission.*;

import cn.sunlot.kernel.access.Permission;
import java.util.EnumSet;
import java.util.Set;

/** Roles as sets of permissions. Reading is wide inside an authority, doing is narrow. */
public enum Role {
  /** 业务科室经办人: prepares lists, plans, tasks; runs draws. */
  SECTION_OFFICER(
      Reach.SECTION,
      CATALOG_VIEW,
      CATALOG_EDIT,
      TARGETS_VIEW,
      TARGETS_EDIT,
      TARGETS_IMPORT,
      TARGETS_MERGE,
      INSPECTORS_VIEW,
      INSPECTORS_EDIT,
      INSPECTORS_IMPORT,
      CREDIT_VIEW,
      CREDIT_EDIT,
      PLAN_VIEW,
      PLAN_EDIT,
      TASK_VIEW,
      TASK_EDIT,
      DRAW_VIEW,
      DRAW_OPERATE,
      MATTERS_VIEW,
      STAFFING_REQUEST,
      VISIT_VIEW,
      REPORT_EDIT,
      POLICY_VIEW,
      CALENDAR_VIEW),
  /** 执法检查人员: goes there, enters results. */
  INSPECTOR(
      Reach.SECTION,
      CATALOG_VIEW,
      TASK_VIEW,
      VISIT_VIEW,
      RESULT_ENTER,
      STAFFING_REQUEST,
      POLICY_VIEW,
      CALENDAR_VIEW),
  /** 科室负责人: reviews, sends back, approves for the section. */
  SECTION_HEAD(
      Reach.SECTION,
      CATALOG_VIEW,
      TARGETS_VIEW,
      INSPECTORS_VIEW,
      CREDIT_VIEW,
      PLAN_VIEW,
      TASK_VIEW,
      DRAW_VIEW,
      VISIT_VIEW,
      RESULT_REVIEW,
      REPORT_EDIT,
      REPORT_PUBLISH,
      MATTERS_VIEW,
      STAFFING_DECIDE,
      POLICY_VIEW,
      CALENDAR_VIEW),
  /** 局主要负责人: approves lists and plans, decides on staffing, signs corrections. */
  PRINCIPAL(
      Reach.BODY,
      CATALOG_VIEW,
      CATALOG_APPROVE,
      CATALOG_CONSOLIDATE,
      TARGETS_VIEW,
      INSPECTORS_VIEW,
      CREDIT_VIEW,
      CREDIT_APPROVE,
      PLAN_VIEW,
      PLAN_APPROVE,
      PLAN_ANSWER,
      PLAN_CONSOLIDATE,
      TASK_VIEW,
      DRAW_VIEW,
      DRAW_VOID,
      MATTERS_VIEW,
      STAFFING_DECIDE,
      VISIT_VIEW,
      RESULT_CORRECT,
      REPORT_PUBLISH,
      POLICY_VIEW,
      POLICY_CONFIRM,
      CALENDAR_VIEW),
  /** 法规科: coordinates, is told of every draw, witnesses. */
  REGULATION_SECTION(
      Reach.BODY,
      CATALOG_VIEW,
      TARGETS_VIEW,
      INSPECTORS_VIEW,
      PLAN_VIEW,
      TASK_VIEW,
      DRAW_VIEW,
      VISIT_VIEW,
      POLICY_VIEW,
      CALENDAR_VIEW),
  /** 联席会议办公室: coordinates the departments of its region, reads what they all do (TZ-S1). */
  CONFERENCE_OFFICE(
      Reach.REGION,
      ORGANISATION_VIEW,
      CATALOG_VIEW,
      CATALOG_CONSOLIDATE,
      TARGETS_VIEW,
      INSPECTORS_VIEW,
      CREDIT_VIEW,
      PLAN_VIEW,
      PLAN_CONSOLIDATE,
      TASK_VIEW,
      DRAW_VIEW,
      VISIT_VIEW,
      POLICY_VIEW,
      CALENDAR_VIEW),
  /** 审计: reads everything, changes nothing. */
  AUDITOR(
      Reach.BODY,
      ORGANISATION_VIEW,
      CATALOG_VIEW,
      TARGETS_VIEW,
      INSPECTORS_VIEW,
      CREDIT_VIEW,
      PLAN_VIEW,
      TASK_VIEW,
      DRAW_VIEW,
      VISIT_VIEW,
      POLICY_VIEW,
      CALENDAR_VIEW,
      DRAW_KEY_RELEASE,
      AUDIT_VIEW,
      AUDIT_BUSINESS),
  /** 系统管理员: people, departments, calendar; no roles, no business data. */
  SYSTEM_ADMINISTRATOR(
      Reach.BODY, ORGANISATION_VIEW, ORGANISATION_EDIT, CALENDAR_VIEW, CALENDAR_EDIT),
  /** 安全管理员: gives roles to the people that the system administrator made. */
  SECURITY_ADMINISTRATOR(
      Reach.BODY, ORGANISATION_VIEW, ROLES_ASSIGN, SESSIONS_VIEW, SESSIONS_END, API_CLIENTS_MANAGE),
  /** 审计管理员: reads what the other two did. */
  AUDIT_ADMINISTRATOR(Reach.BODY, ORGANISATION_VIEW, AUDIT_VIEW);

  /** Whose data a role opens, seen from the department of the post. */
  public enum Reach {
    /** The own section and what is below it. */
    SECTION,
    /** The whole department of the section; to be read, also those of its line below. */
    BODY,
    /** The own department; to be read, also all departments of the region and below. */
    REGION
  }

  private static final Set<Role> ADMINISTRATORS =
      EnumSet.of(SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR);

  private final Reach reach;
  private final Set<Permission> permissions;

  Role(Reach reach, Permission... permissions) {
    this.reach = reach;
    this.permissions = Set.of(permissions);
  }

  public Reach reach() {
    return reach;
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  /** Whether it manages the platform and has no business. */
  public boolean isAdministrator() {
    return ADMINISTRATORS.contains(this);
  }

  /** Whether nobody may hold both: an administrator holds that role alone. */
  public boolean excludes(Role other) {
    return this != other && (ADMINISTRATORS.contains(this) || ADMINISTRATORS.contains(other));
  }
}
