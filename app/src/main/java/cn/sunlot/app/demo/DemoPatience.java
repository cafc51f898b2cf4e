package cn.sunlot.app.demo;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the platform does as a job. */
final class DemoPatience {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private DemoPatience() {}

  /** Looks again and again until it is done, or for two minutes; then what there is. */
  static <T> T await(Supplier<T> look, Predicate<T> done) {
    long end = System.nanoTime() + LONGEST.toNanos();
    T now = look.get();
    while (!done.test(now) && System.nanoTime() < end) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while the demo was loading", e);
      }
      now = look.get();
    }
    return now;
  }
}
