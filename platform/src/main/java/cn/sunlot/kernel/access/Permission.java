package cn.sunlot.kernel.access;

/**
 * What a person may do, to the level of a button. Roles are sets of these (module organisation).
 */
public enum Permission {
  /** Needs no login. Only the way in carries it. */
  ANYBODY,
  /** Everybody who is signed in. */
  SIGNED_IN,
  /**
   * To change the own password; everybody who is signed in, even where nothing else is open yet.
   */
  OWN_PASSWORD,
  /**
   * No right but a bar: somebody else set the password, so nothing is open before it is changed.
   */
  PASSWORD_DUE,
  /** To set up the own second step of the sign-in, where the password is one's own. */
  OWN_SECOND_FACTOR,
  /** No right but a bar: a second step of the sign-in is demanded, and none is set up. */
  SECOND_FACTOR_DUE,
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
  /** To coordinate joint items for the office of the joint conference. */
  CATALOG_CONSOLIDATE,
  TARGETS_VIEW,
  TARGETS_EDIT,
  TARGETS_IMPORT,
  /** To decide which targets are one, and merge them; no other system may. */
  TARGETS_MERGE,
  INSPECTORS_VIEW,
  INSPECTORS_EDIT,
  INSPECTORS_IMPORT,
  CREDIT_VIEW,
  CREDIT_EDIT,
  /** To put a scorecard into force. */
  CREDIT_APPROVE,
  PLAN_VIEW,
  PLAN_EDIT,
  PLAN_APPROVE,
  /** To answer for the department whether it takes part in a joint inspection. */
  PLAN_ANSWER,
  /** To make the joint plan, for the office of the joint conference. */
  PLAN_CONSOLIDATE,
  TASK_VIEW,
  TASK_EDIT,
  DRAW_VIEW,
  DRAW_OPERATE,
  DRAW_VOID,
  /** To be given the sealed key of a frozen list; auditors only, each time on record. */
  DRAW_KEY_RELEASE,
  /** To see what waits for colleagues of the own department, to hand it over. */
  MATTERS_VIEW,
  STAFFING_REQUEST,
  STAFFING_DECIDE,
  VISIT_VIEW,
  RESULT_ENTER,
  RESULT_REVIEW,
  RESULT_CORRECT,
  REPORT_EDIT,
  REPORT_PUBLISH,
  /** To read what administrators and accounts did. */
  AUDIT_VIEW,
  /** To read all entries of the record, those of the sections too. */
  AUDIT_BUSINESS,
  /** To see who is signed in from where. */
  SESSIONS_VIEW,
  SESSIONS_END,
  /** To let other systems in. */
  API_CLIENTS_MANAGE
}
