package cn.sunlot.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Database keys: UUID version 7, so that rows made later sort later. They never enter a draw
 * (draw.md section 3).
 */
public final class Ids {

  private Ids() {}

  /** A new key, ordered by time. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
