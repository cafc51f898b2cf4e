package cn.sunlot.planning.usecase;

import cn.sunlot.planning.domain.Coverage;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts how many active targets lines hit now, from the registry. */
@Component
@Transactional(readOnly = true)
public class CountLines {

  private final Registry registry;

  CountLines(Registry registry) {
    this.registry = registry;
  }

  /** The coverage that this filter and these rates would give today. */
  public Coverage run(UUID authorityId, TargetFilter filter, Rates rates) {
    return Coverage.of(registry.countByRiskClass(authorityId, filter), rates);
  }

  /** The line with today's figures, which the approval rests on. */
  Line counted(UUID authorityId, Line line) {
    Coverage coverage = run(authorityId, line.filter(), line.rates());
    return line.counted(new Planned(coverage.pool(), coverage.expected()));
  }
}
