package cn.sunlot.tasking.domain;

/** Where a task stands. */
public enum TaskState {
  /** Invited departments have not all answered, or the lead has not closed it yet (TZ-17). */
  SETTING_UP,
  OPENED,
  POOL_READY,
  DRAWING_TARGETS,
  TARGETS_DRAWN,
  DRAWING_INSPECTORS,
  STAFFED,
  RUNNING,
  ENDED,
  ABANDONED;

  /** Whether the targets are drawn. */
  public boolean isDrawn() {
    return ordinal() >= TARGETS_DRAWN.ordinal() && this != ABANDONED;
  }
}
