package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office merges a proposal into another one, so that nobody is inspected twice (TZ-M6): its
 * lead becomes a participant of the other, and both leads can read what became of theirs.
 */
@Component
@Transactional
public class MergeProposals {

  private final ProposalSteps steps;
  private final ProposalPairs pairs;

  MergeProposals(ProposalSteps steps, ProposalPairs pairs) {
    this.steps = steps;
    this.pairs = pairs;
  }

  /**
   * Merges them.
   *
   * @param id of the one that ends
   * @param into the one that carries it on
   * @param note what was said to it
   */
  public Proposal run(UUID id, IfMatch seen, UUID into, String note) {
    Step step = steps.begin(id, seen, ProposalCommand.MERGE);
    Proposal merged = step.proposal();
    Proposal other = pairs.other(merged, into);
    if (other.state() != ProposalState.AGREED) {
      throw Refused.because(
          PlanningProblem.OTHER_NOT_AGREED, other.origin().number(), merged.origin().number());
    }
    String how = PlanSteps.demandReason(note);
    Proposal saved =
        steps.end(
            step,
            merged.mergedInto(other.id(), how),
            Map.of("into", other.origin().number(), "note", how));
    steps.save(
        "proposal-carries-on",
        other.carrying(merged),
        Map.of("merged", merged.origin().number(), "note", how));
    return saved;
  }
}
