package cn.sunlot.planning.domain;

/** Whose plan it is, and what it is for. */
public enum PlanKind {
  /** Of a section or department. */
  DEPARTMENT,
  /** Of the office of the joint conference of a city or county: its lines are joint inspections. */
  JOINT,
  /** One inspection beside the yearly plan, on a stated ground (TZ-17, PDS-8). */
  AD_HOC
}
