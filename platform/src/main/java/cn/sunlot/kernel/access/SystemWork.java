package cn.sunlot.kernel.access;

import java.util.function.Supplier;

/**
 * Work that the platform does by itself (start-up, jobs, the way in before anybody is signed in):
 * it sees every row.
 */
public final class SystemWork {

  private static final ThreadLocal<Boolean> UNDER_WAY = ThreadLocal.withInitial(() -> false);

  private SystemWork() {}

  /** Runs the work with every row visible. Transactions must begin inside. */
  public static <T> T run(Supplier<T> work) {
    boolean before = UNDER_WAY.get();
    UNDER_WAY.set(true);
    try {
      return work.get();
    } finally {
      UNDER_WAY.set(before);
    }
  }

  /** The same without a result. */
  public static void run(Runnable work) {
    run(
        () -> {
          work.run();
          return true;
        });
  }

  static boolean isUnderWay() {
    return UNDER_WAY.get();
  }
}
