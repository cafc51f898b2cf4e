package cn.sunlot.kernel.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that the platform does by itself (start-up, jobs, the way in before anybody is signed in):
 * it sees every row.
 */
public final class SystemWork {

  private static final ThreadLocal<Boolean> UNDER_WAY = ThreadLocal.withInitial(() -> false);

  private static final ThreadLocal<@Nullable UUID> FOR = new ThreadLocal<>();

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

  /** The same for one authority: what is recorded meanwhile belongs to it. */
  public static void of(UUID authorityId, Runnable work) {
    UUID before = FOR.get();
    FOR.set(authorityId);
    try {
      run(work);
    } finally {
      if (before == null) {
        FOR.remove();
      } else {
        FOR.set(before);
      }
    }
  }

  /** Whose work the platform does, where that is said. */
  public static Optional<UUID> findAuthority() {
    return Optional.ofNullable(FOR.get());
  }

  static boolean isUnderWay() {
    return UNDER_WAY.get();
  }
}
