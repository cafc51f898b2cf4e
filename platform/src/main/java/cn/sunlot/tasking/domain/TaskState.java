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
  ABANDONED
}
