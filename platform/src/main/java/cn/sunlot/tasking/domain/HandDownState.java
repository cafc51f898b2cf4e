package cn.sunlot.tasking.domain;

/** Where a part of a drawn list is. */
public enum HandDownState {
  /** Gone down, not received yet. */
  HANDED_DOWN,
  /** A section of the executing department has taken it over. */
  RECEIVED,
  /** Nobody below carries it out; it stays where it was drawn. */
  KEPT
}
