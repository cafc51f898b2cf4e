package cn.sunlot.policy;

/** Whether each department draws its own inspectors or one draw is made for all. */
public record InspectorDraw(Way way) {

  /** Who draws. */
  public enum Way {
    PER_DEPARTMENT,
    UNIFIED
  }
}
