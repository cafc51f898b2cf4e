package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * Inspections with the mobile app.
 *
 * @param targetPercent share of all inspections at least, in percent, or null where none is aimed
 *     at
 */
public record MobileShare(@Nullable Integer targetPercent) {

  /** None is aimed at, as in versions from before this was asked. */
  public static final MobileShare UNSAID = new MobileShare(null);

  public MobileShare {
    Percent.check("target-percent", targetPercent);
  }
}
