package cn.sunlot.tasking.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One target of a task's pool.
 *
 * @param stratum the stratum it is drawn in
 * @param excluded reason code, e.g. {@code annual-cap}, or null if it can be drawn
 * @param detail what the reason rests on: a number, another task's number, a tag
 */
public record PoolLine(
    UUID targetId,
    String unitId,
    String name,
    String stratum,
    @Nullable String excluded,
    String detail) {

  public boolean included() {
    return excluded == null;
  }
}
