package cn.sunlot.planning.usecase;

import cn.sunlot.planning.Weights;
import cn.sunlot.planning.domain.Coverage;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.domain.Strata;
import cn.sunlot.policy.Policies;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts how many active targets lines hit now, from the registry. */
@Component
@Transactional(readOnly = true)
public class CountLines {

  private final Registry registry;
  private final Policies policies;
  private final Clock clock;

  CountLines(Registry registry, Policies policies, Clock clock) {
    this.registry = registry;
    this.policies = policies;
    this.clock = clock;
  }

  /** The coverage that this filter, these rates and weights would give today. */
  public Coverage run(UUID authorityId, TargetFilter filter, Rates rates, Weights weights) {
    Strata strata = strata(authorityId);
    Set<String> marks = rates.raisesKeyTargets() ? strata.marks() : Set.of();
    return Coverage.of(registry.census(authorityId, filter, marks), rates, weights, strata);
  }

  public Coverage run(UUID authorityId, Line line) {
    return run(authorityId, line.filter(), line.rates(), line.arrangement().weights());
  }

  /** What makes a key target by the rules in force; nothing where no rules are. */
  Strata strata(UUID authorityId) {
    return policies
        .findProfile(authorityId, LocalDate.now(clock))
        .map(profile -> new Strata(profile.keyTargets().value()))
        .orElse(Strata.PLAIN);
  }

  /** The line with today's figures, which the approval rests on. */
  Line counted(UUID authorityId, Line line) {
    Coverage coverage = run(authorityId, line);
    return line.counted(new Planned(coverage.pool(), coverage.expected()));
  }
}
