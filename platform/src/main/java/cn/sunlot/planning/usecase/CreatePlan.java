package cn.sunlot.planning.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Plan.Basis;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a yearly plan (ZB-8). */
@Component
@Transactional
public class CreatePlan {

  private final PlanStore store;
  private final PlanSteps steps;
  private final Numbers numbers;
  private final AuditLog audit;

  CreatePlan(PlanStore store, PlanSteps steps, Numbers numbers, AuditLog audit) {
    this.store = store;
    this.steps = steps;
    this.numbers = numbers;
    this.audit = audit;
  }

  /** Begins a plan of this section, or of the bureau, for a year; it has no lines yet. */
  public Plan run(UUID departmentId, int year, String title) {
    SignedIn person = SignedIn.get();
    String name = title.strip();
    steps.demandOwn(departmentId, name);
    if (year < 2000 || year > 2999) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(
              List.of(WrongValue.of("year", String.valueOf(year), "planning.field.year-range")));
    }
    demandTitle(name);
    String number = numbers.next(person.authorityId(), "P", year);
    PlanVersion first = PlanVersion.first(Ids.next(), name, person.personId());
    var plan =
        new Plan(
            Ids.next(),
            person.authorityId(),
            departmentId,
            number,
            year,
            1,
            Basis.DEPARTMENT,
            first);
    store.add(plan);
    audit.record(
        "plan-drafted",
        number,
        Map.of("plan", plan.id().toString(), "version", 1, "year", year, "title", name));
    return plan;
  }

  static void demandTitle(String title) {
    if (title.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of("title", title, "planning.field.required")));
    }
  }
}
