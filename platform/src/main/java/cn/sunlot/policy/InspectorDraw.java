package cn.sunlot.policy;

/** Whether each department draws its own inspectors or one draw is made for all. */
public record InspectorDraw(Way way) {

  /** Who draws. */
  public enum Way {
    PER_DEPARTMENT,
    UNIFIED,
    /** The lead department chooses. */
    UNIFIED_OR_PER_DEPARTMENT
  }

  /** Whether one draw for all departments is possible. */
  public boolean mayBeUnified() {
    return way != Way.PER_DEPARTMENT;
  }

  /** Whether each department may draw its own. */
  public boolean mayBePerDepartment() {
    return way != Way.UNIFIED;
  }
}
