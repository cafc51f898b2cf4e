package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.JointLine;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.store.ProposalStore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lines of joint plans and of inspections beside the plan: they come from proposals, and who takes
 * part was agreed.
 */
@Component
class JointLines {

  private final PlanStore plans;
  private final ProposalStore proposals;
  private final ProposalSteps steps;

  JointLines(PlanStore plans, ProposalStore proposals, ProposalSteps steps) {
    this.plans = plans;
    this.proposals = proposals;
    this.steps = steps;
  }

  /** Refuses lines that no proposal brought, and other participants than agreed. */
  void demandAgreed(Plan plan, List<Line> lines) {
    Map<UUID, Line> known =
        plan.current().lines().stream().collect(Collectors.toMap(Line::id, Function.identity()));
    for (Line line : lines) {
      Line agreed = known.get(line.id());
      if (agreed == null) {
        throw Refused.because(PlanningProblem.LINE_WITHOUT_PROPOSAL, line.title(), plan.number());
      }
      if (!Set.copyOf(JointLine.participants(agreed))
              .equals(Set.copyOf(JointLine.participants(line)))
          || !agreed.executingId().equals(line.executingId())) {
        throw Refused.because(PlanningProblem.PARTICIPANTS_AGREED, agreed.title(), plan.number());
      }
    }
  }

  /**
   * Lets go of proposals whose lines the draft drops, so that they can be taken again; what already
   * binds was in the plan and stays so.
   */
  void releaseDropped(Plan plan, List<Line> kept) {
    Set<UUID> staying = new HashSet<>(kept.stream().map(Line::id).toList());
    plans.findBinding(plan.id()).map(PlanVersion::lines).stream()
        .flatMap(List::stream)
        .map(Line::id)
        .forEach(staying::add);
    for (Proposal proposal : proposals.listIn(plan.id())) {
      if (proposal.state() == ProposalState.TAKEN && !staying.contains(proposal.line().id())) {
        steps.end(
            steps.take(proposal, ProposalCommand.RELEASE),
            proposal.released(),
            Map.of("plan", plan.number()));
      }
    }
  }
}
