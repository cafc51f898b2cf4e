package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Answer;
import cn.sunlot.planning.domain.AnswerState;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * With many participants the office of the joint conference coordinates, and enters what was agreed
 * with one of them (RS-2.4).
 */
@Component
@Transactional
public class CoordinateProposal {

  private final ProposalSteps steps;
  private final ParticipantItems items;
  private final SettleProposal settle;
  private final Clock clock;

  CoordinateProposal(
      ProposalSteps steps, ParticipantItems items, SettleProposal settle, Clock clock) {
    this.steps = steps;
    this.items = items;
    this.settle = settle;
    this.clock = clock;
  }

  /**
   * Enters it.
   *
   * @param agreed whether the participant takes part
   * @param note how that was agreed
   */
  public Proposal run(
      UUID id,
      IfMatch seen,
      UUID participant,
      boolean agreed,
      String note,
      List<UUID> itemVersionIds) {
    Step step = steps.begin(id, seen, ProposalCommand.COORDINATE);
    String how = PlanSteps.demandReason(note);
    if (step.proposal().answers().stream().noneMatch(a -> a.departmentId().equals(participant))) {
      throw Refused.because(PlanningProblem.NOT_A_PARTICIPANT, step.proposal().origin().number());
    }
    List<UUID> brought = agreed ? itemVersionIds : List.of();
    items.demand(step.proposal(), participant, brought);
    var answer =
        new Answer(
            participant,
            agreed ? AnswerState.AGREED : AnswerState.DECLINED,
            how,
            brought,
            true,
            SignedIn.get().personId(),
            clock.instant());
    Proposal answered =
        steps.end(
            step,
            step.proposal().answered(answer),
            Map.of("participant", participant.toString(), "agreed", agreed, "note", how));
    return settle.whereAllAgreed(answered);
  }
}
