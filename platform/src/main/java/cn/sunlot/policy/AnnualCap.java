package cn.sunlot.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often one target may be drawn in a calendar year.
 *
 * @param max times
 * @param scope which draws are counted together
 * @param asARule true where a named person may go beyond it with a stated, logged reason (原则上)
 * @param notFor targets outside the limit
 * @param unless when the limit does not hold at all; null where nothing is said of it, as in
 *     versions from before this was asked
 */
public record AnnualCap(
    int max,
    AppliesTo appliesTo,
    CountedOver scope,
    boolean asARule,
    Set<TargetMark> notFor,
    @Nullable Unless unless) {

  /** Whose draws are limited. */
  public enum AppliesTo {
    EVERY_TARGET,
    /** 风险等级低、信用等级高. */
    LOW_RISK_AND_HIGH_CREDIT
  }

  /** Which draws are counted together. */
  public enum CountedOver {
    ALL_DRAWS_OF_THE_YEAR,
    JOINT_INSPECTIONS_OF_THE_YEAR,
    SAME_ITEM_SAME_YEAR
  }

  /** When the limit does not hold. */
  public enum Unless {
    LAW_SAYS_OTHERWISE
  }

  public AnnualCap {
    if (max < 1) {
      throw new IllegalArgumentException("max is at least 1");
    }
    notFor = Set.copyOf(notFor);
  }

  /**
   * Whether the limit holds for a target.
   *
   * @param riskClass class of credit risk, A to D
   * @param tags of the target
   * @param keyTargets of the same profile: they say what holds for a key target of low risk
   */
  public boolean isFor(String riskClass, Set<String> tags, KeyTargets keyTargets) {
    return !spares(tags)
        && (appliesTo == AppliesTo.EVERY_TARGET || keyTargets.isSpared(riskClass, tags));
  }

  /** Whether a target with these tags is outside the limit, whatever its class. */
  public boolean spares(Set<String> tags) {
    return TargetMark.any(notFor, tags);
  }
}
