package cn.sunlot.policy;

/** Which inspections a regulation speaks of. */
public enum Inspections {
  /** Those of several departments together; a department's own follow the base rules. */
  JOINT,
  /** Those of one department alone. */
  OWN
}
