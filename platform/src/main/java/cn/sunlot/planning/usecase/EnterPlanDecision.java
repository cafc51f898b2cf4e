package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.PlanApproved;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Decision;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import cn.sunlot.policy.JointApprover;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office enters the decision on the joint plan: who decides is what the profile says, and
 * nobody decides by a button (TZ-14, RS-2.4). From then on tasks may come from its lines.
 */
@Component
@Transactional
public class EnterPlanDecision {

  private final PlanSteps steps;
  private final PlanChecks checks;
  private final GroundOfTasks ground;
  private final RulesOfPlans rules;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EnterPlanDecision(
      PlanSteps steps,
      PlanChecks checks,
      GroundOfTasks ground,
      RulesOfPlans rules,
      ApplicationEventPublisher events,
      Clock clock) {
    this.steps = steps;
    this.checks = checks;
    this.ground = ground;
    this.rules = rules;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Enters it.
   *
   * @param on the day of the decision, today at the latest
   * @param documentNumber number of the minutes or document
   */
  public Plan run(UUID id, IfMatch seen, LocalDate on, String documentNumber) {
    Step step = steps.begin(id, seen, PlanCommand.ENTER_DECISION);
    Profile profile = checks.complete(step.plan());
    ground.demandKept(step.plan());
    Decision decision = decision(step.plan(), rules.get(step.plan()), on, documentNumber);
    Plan plan =
        steps.end(
            step,
            step.plan().current().decided(decision, SignedIn.get().personId(), clock.instant()),
            Map.of(
                "by", Lifecycle.wireName(decision.by()),
                "on", on.toString(),
                "document", decision.documentNumber(),
                "profile", profile.id() + "@" + profile.version()));
    events.publishEvent(new PlanApproved(plan.id()));
    return plan;
  }

  private Decision decision(Plan plan, Profile profile, LocalDate on, String documentNumber) {
    if (documentNumber.isBlank()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of("documentNumber", "", "planning.field.required")));
    }
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      throw Refused.because(
              PlanningProblem.DECISION_IN_FUTURE, plan.number(), on.toString(), today.toString())
          .by(profile.plan().clauses());
    }
    JointApprover by = profile.plan().value().jointApprovedBy();
    return new Decision(
        by == null ? JointApprover.JOINT_CONFERENCE : by, on, documentNumber.strip());
  }
}
