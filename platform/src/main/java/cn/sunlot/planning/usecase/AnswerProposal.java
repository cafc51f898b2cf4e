package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
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
 * A department that was asked agrees, with items of its own, or declines and says why (RS-2.4). An
 * answer may be changed as long as the lead has not ended the asking; once all agreed it ends by
 * itself.
 */
@Component
@Transactional
public class AnswerProposal {

  private final ProposalSteps steps;
  private final ProposalSides sides;
  private final ParticipantItems items;
  private final SettleProposal settle;
  private final Clock clock;

  AnswerProposal(
      ProposalSteps steps,
      ProposalSides sides,
      ParticipantItems items,
      SettleProposal settle,
      Clock clock) {
    this.steps = steps;
    this.sides = sides;
    this.items = items;
    this.settle = settle;
    this.clock = clock;
  }

  /** It takes part. */
  public Proposal agree(UUID id, IfMatch seen, String remark, List<UUID> itemVersionIds) {
    Step step = steps.begin(id, seen, ProposalCommand.AGREE);
    UUID department = answering(step.proposal());
    items.demand(step.proposal(), department, itemVersionIds);
    Proposal answered =
        end(step, AnswerState.AGREED, department, remark.strip(), List.copyOf(itemVersionIds));
    return settle.whereAllAgreed(answered);
  }

  /** It does not take part. */
  public Proposal decline(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, ProposalCommand.DECLINE);
    return end(
        step,
        AnswerState.DECLINED,
        answering(step.proposal()),
        PlanSteps.demandReason(reason),
        List.of());
  }

  private UUID answering(Proposal proposal) {
    return sides.findAnswer(proposal, SignedIn.get()).orElseThrow().departmentId();
  }

  private Proposal end(
      Step step, AnswerState state, UUID department, String remark, List<UUID> itemVersionIds) {
    var answer =
        new Answer(
            department,
            state,
            remark,
            itemVersionIds,
            false,
            SignedIn.get().personId(),
            clock.instant());
    return steps.end(
        step,
        step.proposal().answered(answer),
        Map.of(
            "participant", department.toString(),
            "remark", remark,
            "items", itemVersionIds.stream().map(UUID::toString).toList()));
  }
}
