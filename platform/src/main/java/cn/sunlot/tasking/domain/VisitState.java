package cn.sunlot.tasking.domain;

/** Where a visit stands. */
public enum VisitState {
  /** Drawn, without a team yet. */
  DRAWN,
  /** A full team was matched. */
  STAFFED,
  /** The team is on its way or there. */
  DISPATCHED,
  /** Done, or come to a direct result. */
  FINISHED,
  /** The target turned out to be exempt; a substitute was drawn. */
  DROPPED
}
