package cn.sunlot.burden;

import cn.sunlot.policy.Favoured;
import cn.sunlot.policy.KeyTargets;
import cn.sunlot.policy.LowerRate;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Registry.PoolTarget;
import java.util.List;

/**
 * What the rules make of a target's class and marks: key targets are drawn more often, those of low
 * risk and high credit less; of one that is both, the profile says which wins (TZ-M10, TZ-18,
 * ZB-12).
 */
public final class RiskRules {

  private final Rule<KeyTargets> key;
  private final Rule<LowerRate> lower;

  private RiskRules(Profile profile) {
    this.key = profile.keyTargets();
    this.lower = profile.lowerRateFor();
  }

  public static RiskRules of(Profile profile) {
    return new RiskRules(profile);
  }

  /** Whether there are key targets at all. */
  public boolean hasKeyTargets() {
    return !key.value().raiseRateAndFrequencyFor().isEmpty();
  }

  /** Whether targets of low risk and high credit are to be drawn less. */
  public boolean lowersRates() {
    return !lower.value().values().isEmpty();
  }

  public List<String> keyClauses() {
    return key.clauses();
  }

  public List<String> lowerClauses() {
    return lower.clauses();
  }

  /** Whether the target is treated as a key target. */
  public boolean isKey(PoolTarget target) {
    return key.value().isKey(target.riskClass(), target.tags())
        && !key.value().isSpared(target.riskClass(), target.tags());
  }

  /** Whether the target is treated as one of low risk and high credit, which is drawn less. */
  public boolean isLow(PoolTarget target) {
    return lower.value().isFor(key.value(), target.riskClass(), target.tags());
  }

  /** Whether it is of low risk and a key target at once, so that one has to win. */
  public boolean isBoth(PoolTarget target) {
    return key.value().isKey(target.riskClass(), target.tags())
        && Favoured.LOW_RISK_AND_HIGH_CREDIT.includes(target.riskClass());
  }

  /** Whether low risk wins where a target is both. */
  public boolean lowRiskWins() {
    return key.value().whereAlsoLowRisk() == KeyTargets.Precedence.AS_LOW_RISK;
  }
}
