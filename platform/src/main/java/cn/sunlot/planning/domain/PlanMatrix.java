package cn.sunlot.planning.domain;

import java.util.List;

/**
 * All lines of a year, to be laid out by departments, months and regions (TZ-14).
 *
 * @param entries in the order of plans and their lines
 */
public record PlanMatrix(int year, List<Entry> entries) {

  /**
   * A line with how many targets it is about.
   *
   * @param pool active targets of its scope: when its plan was submitted, or before that today
   * @param expected of these to be inspected, likewise
   */
  public record Entry(PlannedLine line, long pool, long expected) {}

  public PlanMatrix {
    entries = List.copyOf(entries);
  }
}
