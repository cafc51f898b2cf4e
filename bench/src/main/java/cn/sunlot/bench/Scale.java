package cn.sunlot.bench;

import java.io.IOException;
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
 * @param effort how much is done so that times mean something
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
    long work,
    Effort effort) {

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

  /**
   * How much is done so that times mean something.
   *
   * @param least how often something is repeated at least
   * @param warmUp nanoseconds for which compiler and caches are warmed up before that
   * @param jvm options of the processes that are measured
   */
  record Effort(int least, long warmUp, List<String> jvm) {}

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
          20_000_000,
          new Effort(5, 2_000_000_000, List.of()));

  /** Seconds, to see that everything runs; its times mean nothing. */
  static final Scale TINY =
      new Scale(
          List.of(2_000),
          List.of(1_000, 10_000),
          List.of(new Size("county", 20, 12)),
          20,
          5,
          2_000,
          10,
          2_000,
          1_500,
          1,
          // What lives for seconds is not worth compiling well.
          new Effort(2, 0, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")));

  /** How often to repeat something of this size: the least to 301 times. */
  int times(long size) {
    return (int) Math.max(effort.least(), Math.min(301, work / size | 1));
  }

  /** Takes all times in turn, as often as something of this size is to be repeated. */
  List<Timed> inTurn(long size, Timed.Clock... clocks) throws Exception {
    return Timed.inTurn(times(size), effort.warmUp(), clocks);
  }

  /** The same, no more often than there is to be. */
  List<Timed> least(Timed.Clock... clocks) throws Exception {
    return Timed.inTurn(effort.least(), effort.warmUp(), clocks);
  }

  /** Starts a process that is measured, of this much heap. */
  Child child(Class<?> main, String heap, String... arguments) throws IOException {
    return Child.start(effort.jvm(), main, heap, arguments);
  }
}
