package cn.sunlot.tasking.domain;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One target of a task's pool.
 *
 * @param treatment as what it is drawn
 * @param stratum the stratum it is drawn in
 * @param excluded reason code, e.g. {@code annual-cap}, or null if it can be drawn
 * @param detail what the reason rests on: a number, another task's number, a tag
 */
public record PoolLine(
    UUID targetId,
    String unitId,
    String name,
    String riskClass,
    String regionCode,
    Treatment treatment,
    String stratum,
    @Nullable String excluded,
    String detail) {

  /** As the database orders ids; Java compares them with signs. */
  public static final Comparator<UUID> ORDER =
      (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
            ? high
            : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
      };

  public boolean included() {
    return excluded == null;
  }
}
