package cn.sunlot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long something took, several times.
 *
 * @param nanos ascending, at least one
 */
record Timed(List<Long> nanos) {

  private static final long WARM_UP = 1_000_000_000;

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

  /**
   * Runs the work for the compiler and the caches, twice at least and as long as a second lasts,
   * then times it.
   */
  static Timed of(int times, Work work) throws Exception {
    long begun = System.nanoTime();
    for (int i = 0; i < 2 || i < times && System.nanoTime() - begun < WARM_UP; i++) {
      work.run();
    }
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      nanos.addAll(once(work).nanos);
    }
    return new Timed(nanos);
  }

  /** Times the work once, without warming up: for what takes minutes. */
  static Timed once(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return new Timed(List.of(System.nanoTime() - begin));
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
