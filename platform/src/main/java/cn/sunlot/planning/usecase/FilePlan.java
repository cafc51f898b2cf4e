package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.PlanWords;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Filing;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.planning.store.FilingStore;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters that a plan was filed, with whom the rules name: the same-level government and superior
 * (TZ-M6, TZ-14), the office (PDS-8), or market supervision (RS-2.4).
 */
@Component
@Transactional
public class FilePlan {

  private final PlanSteps steps;
  private final FilingStore filings;
  private final PlanDutyRecords duties;
  private final RulesOfPlans rules;
  private final Clock clock;

  FilePlan(
      PlanSteps steps,
      FilingStore filings,
      PlanDutyRecords duties,
      RulesOfPlans rules,
      Clock clock) {
    this.steps = steps;
    this.filings = filings;
    this.duties = duties;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Enters it for a department's own plan, or an inspection beside the plan.
   *
   * @param on the day, today at the latest
   * @param reference number of the receipt or letter
   */
  public Plan run(UUID id, IfMatch seen, FiledWith with, LocalDate on, String reference) {
    Plan plan = run(steps.begin(id, seen, PlanCommand.FILE), with, on, reference);
    if (plan.kind() == PlanKind.DEPARTMENT) {
      duties.filed(plan, on);
    }
    return plan;
  }

  /** The same for a joint plan. */
  public Plan runJoint(UUID id, IfMatch seen, FiledWith with, LocalDate on, String reference) {
    return run(steps.begin(id, seen, PlanCommand.FILE_JOINT), with, on, reference);
  }

  private Plan run(Step step, FiledWith with, LocalDate on, String reference) {
    Plan plan = step.plan();
    demand(plan, with, on, reference);
    filings.add(
        plan,
        new Filing(
            Ids.next(),
            plan.current().number(),
            with,
            on,
            reference.strip(),
            SignedIn.get().personId(),
            clock.instant()));
    return steps.endAt(
        step,
        plan.current(),
        Map.of(
            "with", Lifecycle.wireName(with), "on", on.toString(), "reference", reference.strip()));
  }

  private void demand(Plan plan, FiledWith with, LocalDate on, String reference) {
    LocalDate today = LocalDate.now(clock);
    var demanded = FiledWith.demanded(rules.get(plan), plan);
    if (!demanded.with().contains(with)) {
      throw Refused.because(
              PlanningProblem.FILING_NOT_ASKED, plan.number(), PlanWords.of("filed-with", with))
          .by(demanded.clauses());
    }
    int number = plan.current().number();
    if (filings.list(plan.id()).stream().anyMatch(f -> f.number() == number && f.with() == with)) {
      throw Refused.because(
              PlanningProblem.FILED_ALREADY,
              plan.number(),
              String.valueOf(number),
              PlanWords.of("filed-with", with))
          .by(demanded.clauses());
    }
    if (on.isAfter(today) || reference.isBlank()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .by(demanded.clauses())
          .naming(
              List.of(
                  on.isAfter(today)
                      ? WrongValue.of("on", on.toString(), "planning.field.filed-in-future")
                      : WrongValue.of("reference", "", "planning.field.required")));
    }
  }
}
