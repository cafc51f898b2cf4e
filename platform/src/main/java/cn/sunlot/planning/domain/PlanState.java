package cn.sunlot.planning.domain;

/** Where a version of a plan stands. */
public enum PlanState {
  DRAFT,
  SUBMITTED,
  /** Binding: tasks may be opened from its lines. */
  APPROVED,
  PUBLISHED,
  /** A draft that was given up. */
  DISCARDED;

  /** Whether tasks may be opened from its lines (ZB-2). */
  public boolean isBinding() {
    return this == APPROVED || this == PUBLISHED;
  }
}
