package cn.sunlot.planning.domain;

import java.util.List;

/** How often targets would be inspected if all lines were carried out apart (TZ-15). */
public record DoubleBurden(List<OfTimes> times) {

  /**
   * So often.
   *
   * @param times once, twice, three times and more
   * @param targets in the scope of so many lines
   * @param drawn likely to be drawn so often
   */
  public record OfTimes(int times, long targets, long drawn) {}

  public DoubleBurden {
    times = List.copyOf(times);
  }
}
