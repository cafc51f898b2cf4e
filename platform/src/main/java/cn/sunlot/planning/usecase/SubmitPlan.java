package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import cn.sunlot.policy.Profile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a plan to the principal, with the figures of the day (ZB-8). */
@Component
@Transactional
public class SubmitPlan {

  private final PlanSteps steps;
  private final PlanChecks checks;
  private final CountLines count;
  private final GroundOfTasks ground;

  SubmitPlan(PlanSteps steps, PlanChecks checks, CountLines count, GroundOfTasks ground) {
    this.ground = ground;
    this.steps = steps;
    this.checks = checks;
    this.count = count;
  }

  public Plan run(UUID id, IfMatch seen) {
    return run(steps.begin(id, seen, PlanCommand.SUBMIT));
  }

  /** The office hands the joint plan to the body that decides on it (TZ-14). */
  public Plan runJoint(UUID id, IfMatch seen) {
    return run(steps.begin(id, seen, PlanCommand.SUBMIT_JOINT));
  }

  private Plan run(Step step) {
    Plan plan = step.plan();
    Profile profile = checks.complete(plan);
    ground.demandKept(plan);
    List<Line> counted =
        plan.current().lines().stream().map(l -> count.counted(plan.authorityId(), l)).toList();
    long expected =
        counted.stream()
            .map(Line::planned)
            .filter(Objects::nonNull)
            .mapToLong(Planned::expected)
            .sum();
    return steps.end(
        step,
        plan.current().submitted(counted),
        Map.of("profile", profile.id() + "@" + profile.version(), "expected", expected));
  }
}
