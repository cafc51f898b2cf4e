package cn.sunlot.bench;

import java.util.List;

/**
 * How large the benchmarks are.
 *
 * @param drawn sizes of frames to draw from
 * @param frozen sizes of pools to freeze, ascending by ten
 * @param matched sizes of rosters to match
 * @param rosters how many county rosters are given to us and to the greedy way
 * @param transactions that each of the writers commits
 * @param targets of the city whose lists are looked at
 * @param lists that each person looks at
 * @param rated targets whose classes are computed
 * @param imported rows of the workbook that is imported
 * @param work number of units or pairs that each measurement repeats up to, roughly
 */
record Scale(
    List<Integer> drawn,
    List<Integer> frozen,
    List<Size> matched,
    int rosters,
    int transactions,
    int targets,
    int lists,
    int rated,
    int imported,
    long work) {

  /**
   * A roster's size.
   *
   * @param visits each with three roles
   * @param inspectors a third of them in the class of each role
   */
  record Size(String name, int visits, int inspectors) {
    String label() {
      return "%s, %,d × 3 × %,d".formatted(name, visits, inspectors);
    }

    /** Slots, each of which looks at its whole class. */
    long pairs() {
      return (long) visits * RosterMaker.ROLES.size() * (inspectors / 3);
    }
  }

  /** What the limits are meant for. */
  static final Scale FULL =
      new Scale(
          List.of(100_000, 1_000_000, 10_000_000),
          List.of(1_000_000, 10_000_000),
          List.of(
              new Size("county", 60, 24),
              new Size("city", 1_000, 200),
              new Size("province", 10_000, 2_000)),
          300,
          2_000,
          1_500_000,
          300,
          1_500_000,
          1_000_000,
          20_000_000);

  /** Seconds, to see that everything runs; its times mean nothing. */
  static final Scale TINY =
      new Scale(
          List.of(2_000),
          List.of(1_000, 10_000),
          List.of(new Size("county", 20, 12)),
          20,
          5,
          3_000,
          30,
          2_000,
          4_000,
          1);

  /** How often to repeat something of this size: 5 to 301 times. */
  int times(long size) {
    return (int) Math.max(5, Math.min(301, work / size | 1));
  }
}
