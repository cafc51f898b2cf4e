package cn.sunlot.kernel.access;

/**
 * What a person may do, to the level of a button. Roles are sets of these (module organisation).
 */
public enum Permission {
  /** Needs no login. Only the way in carries it. */
  ANYBODY,
  /** Everybody who is signed in. */
  SIGNED_IN,
  ORGANISATION_VIEW,
  ORGANISATION_EDIT,
  ROLES_ASSIGN,
  POLICY_VIEW,
  POLICY_CONFIRM,
  CALENDAR_VIEW,
  CALENDAR_EDIT,
  CATALOG_VIEW,
  CATALOG_EDIT,
  CATALOG_APPROVE,
  TARGETS_VIEW,
  TARGETS_EDIT,
  TARGETS_IMPORT,
  INSPECTORS_VIEW,
  INSPECTORS_EDIT,
  INSPECTORS_IMPORT,
  PLAN_VIEW,
  PLAN_EDIT,
  PLAN_APPROVE,
  TASK_VIEW,
  TASK_EDIT,
  DRAW_VIEW,
  DRAW_OPERATE,
  DRAW_VOID,
  STAFFING_REQUEST,
  STAFFING_DECIDE,
  VISIT_VIEW,
  RESULT_ENTER,
  RESULT_REVIEW,
  RESULT_CORRECT,
  REPORT_EDIT,
  REPORT_PUBLISH,
  AUDIT_VIEW,
  SESSIONS_VIEW,
  PERSONAL_DATA_UNMASK
}
