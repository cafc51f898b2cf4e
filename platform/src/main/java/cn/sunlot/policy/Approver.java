package cn.sunlot.policy;

/** Who decides. */
public enum Approver {
  DEPARTMENT_LEADER,
  OWN_DEPARTMENT_LEADER,
  DEPARTMENT_PRINCIPAL,
  BUREAU_PRINCIPAL,
  BUREAU_LEADERS
}
