package cn.sunlot.planning.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Plan.Basis;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A joint inspection beside the yearly plan that its participants agreed to becomes a plan of its
 * own, of one line: from there on it goes the way of plans (TZ-17, PDS-8).
 */
@Component
@Transactional
public class OpenAdHocPlan {

  private final ProposalSteps steps;
  private final ProposalChecks checks;
  private final PlanStore plans;
  private final Numbers numbers;
  private final AuditLog audit;

  OpenAdHocPlan(
      ProposalSteps steps,
      ProposalChecks checks,
      PlanStore plans,
      Numbers numbers,
      AuditLog audit) {
    this.steps = steps;
    this.checks = checks;
    this.plans = plans;
    this.numbers = numbers;
    this.audit = audit;
  }

  public Proposal run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ProposalCommand.OPEN_AD_HOC);
    Proposal proposal = step.proposal();
    checks.complete(proposal);
    Plan plan = plan(proposal, Objects.requireNonNull(proposal.origin().adHoc()));
    plans.add(plan);
    audit.record(
        "plan-drafted",
        plan.number(),
        Map.of(
            "plan", plan.id().toString(),
            "version", 1,
            "year", plan.year(),
            "title", plan.current().title(),
            "proposal", proposal.origin().number()));
    return steps.end(step, proposal.takenInto(plan.id()), Map.of("plan", plan.number()));
  }

  private Plan plan(Proposal proposal, AdHocGround ground) {
    var origin = proposal.origin();
    String title = proposal.line().title();
    PlanVersion first =
        PlanVersion.first(Ids.next(), title, SignedIn.get().personId())
            .saying(title, List.of(proposal.line()));
    return new Plan(
        Ids.next(),
        origin.authorityId(),
        origin.departmentId(),
        numbers.next(origin.authorityId(), "P", origin.year()),
        origin.year(),
        1,
        Basis.of(ground),
        first);
  }
}
