package cn.sunlot.planning.domain;

import cn.sunlot.policy.KeyTargets;
import cn.sunlot.policy.TargetMark;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * To which stratum of a draw targets belong: that of their risk class, or that of key targets where
 * the plan draws them by themselves (TZ-18, ZB-12).
 *
 * @param keyTargets what makes a key target
 */
public record Strata(KeyTargets keyTargets) {

  /** Where no rule makes anything a key target. */
  public static final Strata PLAIN = new Strata(new KeyTargets(Set.of(), null));

  /** Tags by which counts are to be split, to know key targets from others. */
  public Set<String> marks() {
    return keyTargets.raiseRateAndFrequencyFor().stream()
        .map(TargetMark::tag)
        .collect(Collectors.toSet());
  }

  /**
   * The stratum of targets in a line with these rates.
   *
   * @param marked whether they carry one of the marks
   */
  String of(String riskClass, boolean marked, Rates rates) {
    return rates.raisesKeyTargets() && isKey(riskClass, marked) ? Rates.KEY : riskClass;
  }

  private boolean isKey(String riskClass, boolean marked) {
    Set<String> tags = marked ? marks() : Set.of();
    return keyTargets.isKey(riskClass, tags) && !keyTargets.isSpared(riskClass, tags);
  }
}
