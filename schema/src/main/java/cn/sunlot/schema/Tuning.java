package cn.sunlot.schema;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Settings of PostgreSQL for a machine that it shares with this process. Its own are meant for any
 * machine at all: a city's registry does not fit into 128 MB, and its imports would wait for a
 * checkpoint every second gigabyte.
 */
final class Tuning {

  private static final long MIB = 1 << 20;
  private static final long LEAST = 128;
  private static final long MOST = 2_048;

  private Tuning() {}

  /** For this machine, or the part of it that a container is given. */
  static Map<String, String> ofThisMachine() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return of(system.getTotalMemorySize() / MIB);
  }

  /**
   * For so much memory: an eighth of it is the database's own, and half may be counted on as the
   * system's cache.
   *
   * @param memory in MiB
   */
  static Map<String, String> of(long memory) {
    return Map.of(
        "shared_buffers",
        Math.max(LEAST, Math.min(MOST, memory / 8)) + "MB",
        "effective_cache_size",
        Math.max(LEAST, memory / 2) + "MB",
        "max_wal_size",
        "4GB");
  }
}
