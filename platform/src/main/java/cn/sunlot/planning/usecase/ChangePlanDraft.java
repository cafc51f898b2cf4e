package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes title and lines of a drafted version. */
@Component
@Transactional
public class ChangePlanDraft {

  private final PlanSteps steps;
  private final PlanChecks checks;

  ChangePlanDraft(PlanSteps steps, PlanChecks checks) {
    this.steps = steps;
    this.checks = checks;
  }

  /** Replaces all lines by these; a line with a known id stays the same line. */
  public Plan run(UUID id, IfMatch seen, String title, List<Line> lines) {
    Step step = steps.begin(id, seen, PlanCommand.CHANGE_DRAFT);
    Plan plan = step.plan();
    CreatePlan.demandTitle(title.strip());
    Set<UUID> own = plan.current().lines().stream().map(Line::id).collect(Collectors.toSet());
    Set<UUID> given =
        lines.stream().map(Line::id).filter(own::contains).collect(Collectors.toSet());
    // A line keeps the id that tasks know; the id of another plan's line, or the same one twice, is
    // not taken.
    List<Line> kept =
        lines.stream().map(l -> given.remove(l.id()) ? l : l.withId(Ids.next())).toList();
    checks.lines(plan.authorityId(), plan.year(), kept);
    return steps.end(
        step,
        plan.current().saying(title.strip(), kept),
        Map.of("title", title.strip(), "lines", kept.size()));
  }
}
