package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.domain.PlanKind;
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
  private final JointLines joint;

  ChangePlanDraft(PlanSteps steps, PlanChecks checks, JointLines joint) {
    this.steps = steps;
    this.checks = checks;
    this.joint = joint;
  }

  /** Replaces all lines by these; a line with a known id stays the same line. */
  public Plan run(UUID id, IfMatch seen, String title, List<Line> lines) {
    return run(steps.begin(id, seen, PlanCommand.CHANGE_DRAFT), title, lines);
  }

  /** The same of a joint plan: no line is added, and participants stay as agreed (TZ-14). */
  public Plan runJoint(UUID id, IfMatch seen, String title, List<Line> lines) {
    return run(steps.begin(id, seen, PlanCommand.CHANGE_JOINT_DRAFT), title, lines);
  }

  private Plan run(Step step, String title, List<Line> lines) {
    Plan plan = step.plan();
    CreatePlan.demandTitle(title.strip());
    Set<UUID> own = plan.current().lines().stream().map(Line::id).collect(Collectors.toSet());
    Set<UUID> given =
        lines.stream().map(Line::id).filter(own::contains).collect(Collectors.toSet());
    // A line keeps the id that tasks know; the id of another plan's line, or the same one twice, is
    // not taken.
    List<Line> kept =
        lines.stream().map(l -> given.remove(l.id()) ? l : l.withId(Ids.next())).toList();
    if (plan.kind() != PlanKind.DEPARTMENT) {
      joint.demandAgreed(plan, kept);
      joint.releaseDropped(plan, kept);
    }
    checks.lines(plan, kept);
    return steps.end(
        step,
        plan.current().saying(title.strip(), kept),
        Map.of("title", title.strip(), "lines", kept.size()));
  }
}
