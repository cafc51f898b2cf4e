package cn.sunlot.policy;

import java.util.Set;

/** Targets that are drawn at a lower rate. */
public record LowerRate(Set<Favoured> values) {

  /** Nobody, as in versions from before this was asked. */
  public static final LowerRate NOBODY = new LowerRate(Set.of());

  public LowerRate {
    values = Set.copyOf(values);
  }

  /**
   * Whether a target of this class with these tags is drawn at a lower rate.
   *
   * @param keyTargets of the same profile: they say what holds for one that is both
   */
  public boolean isFor(KeyTargets keyTargets, String riskClass, Set<String> tags) {
    return values.stream().anyMatch(v -> v.includes(riskClass))
        && keyTargets.isSpared(riskClass, tags);
  }
}
