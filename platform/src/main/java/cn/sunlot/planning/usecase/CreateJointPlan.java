package cn.sunlot.planning.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Plan.Basis;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanSearch;
import cn.sunlot.planning.store.PlanStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office of the joint conference of a city or county begins the joint plan of a year, of which
 * there is one (TZ-13, TZ-14, SX-4.1.1).
 */
@Component
@Transactional
public class CreateJointPlan {

  private final PlanStore store;
  private final PlanSearch search;
  private final ProposalChecks checks;
  private final RulesOfPlans rules;
  private final Organisation organisation;
  private final Numbers numbers;
  private final AuditLog audit;

  CreateJointPlan(
      PlanStore store,
      PlanSearch search,
      ProposalChecks checks,
      RulesOfPlans rules,
      Organisation organisation,
      Numbers numbers,
      AuditLog audit) {
    this.store = store;
    this.search = search;
    this.checks = checks;
    this.rules = rules;
    this.organisation = organisation;
    this.numbers = numbers;
    this.audit = audit;
  }

  /** Begins it, without lines: they come from proposals. */
  public Plan run(int year, String title) {
    SignedIn person = SignedIn.get();
    String name = title.strip();
    Department office = demandOffice(person, name);
    String region = Objects.requireNonNull(office.region());
    CreatePlan.demandTitle(name);
    if (year < 2000 || year > 2999) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(
              List.of(WrongValue.of("year", String.valueOf(year), "planning.field.year-range")));
    }
    search
        .findJoint(person.scope(), region, year)
        .ifPresent(
            there -> {
              throw Refused.because(
                      PlanningProblem.JOINT_PLAN_THERE, String.valueOf(year), there.number())
                  .by(rules.get(office.id()).plan().clauses());
            });
    String number = numbers.next(person.authorityId(), "P", year);
    PlanVersion first = PlanVersion.first(Ids.next(), name, person.personId());
    var plan =
        new Plan(
            Ids.next(),
            person.authorityId(),
            office.id(),
            number,
            year,
            1,
            Basis.joint(region),
            first);
    store.add(plan);
    audit.record(
        "plan-drafted",
        number,
        Map.of(
            "plan", plan.id().toString(),
            "version", 1,
            "year", year,
            "title", name,
            "region", region));
    return plan;
  }

  private Department demandOffice(SignedIn person, String what) {
    Department body = checks.demandJoint(person.departmentId(), what);
    String region = Objects.requireNonNull(body.region());
    Department office =
        organisation
            .findConferenceOffice(body.id())
            .orElseThrow(() -> ProposalSides.noOffice(what, region));
    if (!person.handles(office.id())) {
      throw Refused.because(PlanningProblem.NOT_THE_OFFICE, what, office.name());
    }
    return office;
  }
}
