package cn.sunlot.policy;

import java.util.Set;

/** Targets that are drawn at a higher rate and more often. */
public record KeyTargets(Set<TargetMark> raiseRateAndFrequencyFor) {

  public KeyTargets {
    raiseRateAndFrequencyFor = Set.copyOf(raiseRateAndFrequencyFor);
  }
}
