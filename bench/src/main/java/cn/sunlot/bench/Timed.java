package cn.sunlot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long something took, several times.
 *
 * @param nanos ascending, at least one
 */
record Timed(List<Long> nanos) {

  Timed {
    nanos = nanos.stream().sorted().toList();
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("nothing was timed");
    }
  }

  /** Something to be timed. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Takes one time. */
  @FunctionalInterface
  interface Clock {
    long nanos() throws Exception;
  }

  /** How long the work takes. */
  static Clock clock(Work work) {
    return () -> {
      long begin = System.nanoTime();
      work.run();
      return System.nanoTime() - begin;
    };
  }

  /** Takes one time without warming up: for what takes minutes. */
  static Timed once(Clock clock) throws Exception {
    return new Timed(List.of(clock.nanos()));
  }

  /**
   * Takes all times in turn, so that a moment in which the machine is busy meets all of them.
   * Before that it warms up compiler and caches: twice at least, and as long as there is time for
   * it.
   *
   * @param warmUp nanoseconds for warming up; 0 for none
   * @return of each clock its times
   */
  static List<Timed> inTurn(int times, long warmUp, Clock... clocks) throws Exception {
    long begun = System.nanoTime();
    for (int i = 0; warmUp > 0 && (i < 2 || i < times && System.nanoTime() - begun < warmUp); i++) {
      for (Clock clock : clocks) {
        clock.nanos();
      }
    }
    List<List<Long>> nanos = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      List<Long> round = new ArrayList<>();
      for (Clock clock : clocks) {
        round.add(clock.nanos());
      }
      nanos.add(round);
    }
    return IntStream.range(0, clocks.length)
        .mapToObj(c -> new Timed(nanos.stream().map(round -> round.get(c)).toList()))
        .toList();
  }

  /** The middle one, of an even number the later of the two. */
  long median() {
    return nanos.get(nanos.size() / 2);
  }

  double ratioTo(Timed other) {
    return (double) median() / other.median();
  }

  @Override
  public String toString() {
    return show(median());
  }

  /** A time with three digits and a unit. */
  static String show(long nanos) {
    if (nanos >= 100_000_000) {
      return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
    return String.format(Locale.ROOT, nanos >= 10_000_000 ? "%.1f ms" : "%.2f ms", nanos / 1e6);
  }
}
