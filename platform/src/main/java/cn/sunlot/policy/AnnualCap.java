package cn.sunlot.policy;

import java.util.Set;

/**
 * How often one target may be drawn in a calendar year.
 *
 * @param max times
 * @param scope which draws are counted together
 * @param asARule true where a named person may go beyond it with a stated, logged reason (原则上)
 * @param notFor targets outside the limit
 */
public record AnnualCap(
    int max, AppliesTo appliesTo, CountedOver scope, boolean asARule, Set<TargetMark> notFor) {

  /** Whose draws are limited. */
  public enum AppliesTo {
    EVERY_TARGET
  }

  /** Which draws are counted together. */
  public enum CountedOver {
    ALL_DRAWS_OF_THE_YEAR,
    SAME_ITEM_SAME_YEAR
  }

  public AnnualCap {
    if (max < 1) {
      throw new IllegalArgumentException("max is at least 1");
    }
    notFor = Set.copyOf(notFor);
  }

  /** Whether a target with these tags is outside the limit. */
  public boolean spares(Set<String> tags) {
    return TargetMark.any(notFor, tags);
  }
}
