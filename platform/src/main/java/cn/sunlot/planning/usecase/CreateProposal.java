package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.Proposal.Origin;
import cn.sunlot.planning.domain.Proposal.Trace;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.ProposalStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A lead department begins the proposal of a joint inspection, for the plan (TZ-M6) or beside it
 * (TZ-17, PDS-8).
 */
@Component
@Transactional
public class CreateProposal {

  private final ProposalStore store;
  private final ProposalSteps steps;
  private final ProposalChecks checks;
  private final PlanSteps plans;
  private final Numbers numbers;

  CreateProposal(
      ProposalStore store,
      ProposalSteps steps,
      ProposalChecks checks,
      PlanSteps plans,
      Numbers numbers) {
    this.store = store;
    this.steps = steps;
    this.checks = checks;
    this.plans = plans;
    this.numbers = numbers;
  }

  /**
   * Begins it.
   *
   * @param departmentId the section that drafts it
   * @param adHoc why it is beside the plan, or null for one of the plan
   */
  public Proposal run(
      UUID departmentId, int year, @Nullable AdHocGround adHoc, ProposalContent content) {
    SignedIn person = SignedIn.get();
    plans.demandOwn(departmentId, content.line().title());
    Department lead = checks.demandJoint(departmentId, content.line().title());
    if (year < 2000 || year > 2999) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(
              List.of(WrongValue.of("year", String.valueOf(year), "planning.field.year-range")));
    }
    if (adHoc != null) {
      checks.demandGround(lead.id(), adHoc);
    }
    checks.says(lead, year, content.line(), content.focus(), adHoc);
    var origin =
        new Origin(
            lead.authorityId(),
            departmentId,
            lead.id(),
            Objects.requireNonNull(lead.region()),
            numbers.next(lead.authorityId(), "J", year),
            year,
            adHoc);
    var proposal =
        new Proposal(
            Ids.next(),
            1,
            origin,
            ProposalState.DRAFT,
            content.line().withId(Ids.next()),
            content.focus(),
            content.asking(),
            List.of(),
            Trace.draftedBy(person.personId()));
    store.add(proposal);
    steps.record(
        "proposal-drafted",
        proposal,
        Map.of("year", year, "title", content.line().title(), "besidePlan", adHoc != null));
    return proposal;
  }
}
