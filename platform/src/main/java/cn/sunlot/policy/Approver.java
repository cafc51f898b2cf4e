package cn.sunlot.policy;

/** Who decides. */
public enum Approver {
  DEPARTMENT_LEADER,
  OWN_DEPARTMENT_LEADER,
  /** 任务执行部门负责人. */
  EXECUTING_DEPARTMENT_LEADER,
  /** 本部门分管负责人. */
  LEADER_IN_CHARGE_OF_OWN_DEPARTMENT,
  DEPARTMENT_PRINCIPAL,
  BUREAU_PRINCIPAL,
  BUREAU_LEADERS
}
