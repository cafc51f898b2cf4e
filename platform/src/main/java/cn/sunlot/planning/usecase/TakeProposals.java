package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.ProposalStore;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office takes agreed proposals into the draft of the joint plan, all or none (TZ-14). */
@Component
@Transactional
public class TakeProposals {

  private final PlanSteps steps;
  private final ProposalSteps proposalSteps;
  private final ProposalStore proposals;
  private final PlanChecks checks;

  TakeProposals(
      PlanSteps steps, ProposalSteps proposalSteps, ProposalStore proposals, PlanChecks checks) {
    this.steps = steps;
    this.proposalSteps = proposalSteps;
    this.proposals = proposals;
    this.checks = checks;
  }

  /** Takes them; a proposal's line keeps its id in the plan. */
  public Plan run(UUID id, IfMatch seen, List<UUID> proposalIds) {
    Step step = steps.begin(id, seen, PlanCommand.TAKE_PROPOSALS);
    Plan plan = step.plan();
    List<Proposal> taken =
        proposalIds.stream()
            .distinct()
            .map(proposals::get)
            .sorted(Comparator.comparing(p -> p.origin().number()))
            .toList();
    demandFitting(plan, taken);
    List<Line> lines = new ArrayList<>(plan.current().lines());
    taken.forEach(p -> lines.add(p.line()));
    checks.lines(plan, lines);
    for (Proposal proposal : taken) {
      proposalSteps.end(
          proposalSteps.take(proposal, ProposalCommand.TAKE),
          proposal.takenInto(plan.id()),
          Map.of("plan", plan.number()));
    }
    return steps.end(
        step,
        plan.current().saying(plan.current().title(), lines),
        Map.of("proposals", taken.stream().map(p -> p.origin().number()).toList()));
  }

  private static void demandFitting(Plan plan, List<Proposal> taken) {
    List<WrongValue> wrong = new ArrayList<>();
    for (int row = 1; row <= taken.size(); row++) {
      Proposal proposal = taken.get(row - 1);
      var origin = proposal.origin();
      String key =
          origin.adHoc() != null
                  || origin.year() != plan.year()
                  || !origin.region().equals(plan.basis().region())
              ? "proposal-of-other-plan"
              : proposal.state() == ProposalState.AGREED ? "" : "proposal-not-agreed";
      if (!key.isEmpty()) {
        wrong.add(
            WrongValue.of(
                    "proposals",
                    origin.number() + " " + proposal.line().title(),
                    "planning.field." + key)
                .inRow(row));
      }
    }
    if (!wrong.isEmpty() || taken.isEmpty()) {
      throw Refused.because(
              PlanningProblem.PROPOSALS_NOT_TAKEN, plan.number(), String.valueOf(wrong.size()))
          .naming(wrong);
    }
  }
}
