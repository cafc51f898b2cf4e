package cn.sunlot.tasking.domain;

/** Where a task stands. */
public enum TaskState {
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
