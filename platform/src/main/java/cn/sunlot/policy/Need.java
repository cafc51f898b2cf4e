package cn.sunlot.policy;

/** Whether something has to be there. */
public enum Need {
  REQUIRED,
  OPTIONAL
}
