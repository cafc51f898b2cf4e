package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.PlanMatrix;
import cn.sunlot.planning.domain.PlanMatrix.Entry;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.PlannedLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the lines of a year (TZ-14). */
@Component
@Transactional(readOnly = true)
public class ReadPlanMatrix {

  private static final Set<String> BINDING =
      EnumSet.allOf(PlanState.class).stream()
          .filter(PlanState::isBinding)
          .map(Lifecycle::wireName)
          .collect(Collectors.toUnmodifiableSet());

  private final PlannedLines lines;
  private final CountLines count;

  ReadPlanMatrix(PlannedLines lines, CountLines count) {
    this.lines = lines;
    this.count = count;
  }

  /**
   * The lines of the authority's year.
   *
   * @param regions only those that touch them; empty: all
   * @param bindingOnly without what is not approved yet
   */
  public PlanMatrix run(UUID authorityId, int year, Set<String> regions, boolean bindingOnly) {
    List<Entry> entries =
        lines.list(authorityId, year, regions).stream()
            .filter(line -> !bindingOnly || BINDING.contains(state(line)))
            .map(line -> entry(authorityId, line))
            .toList();
    return new PlanMatrix(year, entries);
  }

  private static String state(PlannedLine line) {
    return Objects.requireNonNull(line.place()).state();
  }

  private Entry entry(UUID authorityId, PlannedLine line) {
    Planned planned = line.line().planned();
    if (planned == null) {
      var today = count.run(authorityId, line.line());
      return new Entry(line, today.pool(), today.expected());
    }
    return new Entry(line, planned.pool(), planned.expected());
  }
}
