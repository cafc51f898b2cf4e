package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.PlanPublished;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an approved plan public (TZ-13). */
@Component
@Transactional
public class PublishPlan {

  private final PlanSteps steps;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final PlanDutyRecords duties;

  PublishPlan(
      PlanSteps steps, ApplicationEventPublisher events, Clock clock, PlanDutyRecords duties) {
    this.duties = duties;
    this.steps = steps;
    this.events = events;
    this.clock = clock;
  }

  public Plan run(UUID id, IfMatch seen) {
    return run(steps.begin(id, seen, PlanCommand.PUBLISH));
  }

  /** The office publishes the joint plan (TZ-13, PDS-7). */
  public Plan runJoint(UUID id, IfMatch seen) {
    Plan plan = run(steps.begin(id, seen, PlanCommand.PUBLISH_JOINT));
    duties.published(plan, LocalDate.now(clock));
    return plan;
  }

  private Plan run(Step step) {
    Plan plan = steps.end(step, step.plan().current().published(clock.instant()), Map.of());
    events.publishEvent(new PlanPublished(plan.id(), plan.authorityId()));
    return plan;
  }
}
