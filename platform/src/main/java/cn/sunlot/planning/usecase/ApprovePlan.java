package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.PlanApproved;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The principal approves a plan or its adjustment (ZB-8): from now on tasks may come from its
 * lines.
 */
@Component
@Transactional
public class ApprovePlan {

  private final PlanSteps steps;
  private final PlanChecks checks;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final GroundOfTasks ground;

  ApprovePlan(
      PlanSteps steps,
      PlanChecks checks,
      ApplicationEventPublisher events,
      Clock clock,
      GroundOfTasks ground) {
    this.ground = ground;
    this.steps = steps;
    this.checks = checks;
    this.events = events;
    this.clock = clock;
  }

  public Plan run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, PlanCommand.APPROVE);
    Profile profile = checks.complete(step.plan());
    ground.demandKept(step.plan());
    Plan plan =
        steps.end(
            step,
            step.plan().current().approved(SignedIn.get().personId(), clock.instant()),
            Map.of("profile", profile.id() + "@" + profile.version()));
    events.publishEvent(new PlanApproved(plan.id()));
    return plan;
  }
}
