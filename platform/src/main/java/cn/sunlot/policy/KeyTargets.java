package cn.sunlot.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Targets that are drawn at a higher rate and more often.
 *
 * @param whereAlsoLowRisk what holds for a target that is a key target and of low risk at the same
 *     time (TZ-M10); null, in versions from before this was asked, is what holds for key targets
 */
public record KeyTargets(
    Set<TargetMark> raiseRateAndFrequencyFor, @Nullable Precedence whereAlsoLowRisk) {

  /** What holds where two rules meet in one target. */
  public enum Precedence {
    /** It is drawn as a key target. */
    AS_KEY_TARGET,
    /** It is spared as one of low risk. */
    AS_LOW_RISK
  }

  public KeyTargets {
    raiseRateAndFrequencyFor = Set.copyOf(raiseRateAndFrequencyFor);
  }

  /** Whether a target of this class with these tags is a key target, low risk or not. */
  public boolean isKey(String riskClass, Set<String> tags) {
    return TargetMark.any(raiseRateAndFrequencyFor, riskClass, tags);
  }

  /**
   * Whether a target of this class with these tags is treated as one of low risk and high credit.
   */
  public boolean isSpared(String riskClass, Set<String> tags) {
    return Favoured.LOW_RISK_AND_HIGH_CREDIT.includes(riskClass)
        && (whereAlsoLowRisk == Precedence.AS_LOW_RISK || !isKey(riskClass, tags));
  }
}
