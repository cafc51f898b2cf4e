package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lead gives a proposal up, and says why. */
@Component
@Transactional
public class WithdrawProposal {

  private final ProposalSteps steps;

  WithdrawProposal(ProposalSteps steps) {
    this.steps = steps;
  }

  public Proposal run(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, ProposalCommand.WITHDRAW);
    String why = PlanSteps.demandReason(reason);
    return steps.end(step, step.proposal().withdrawn(why), Map.of("reason", why));
  }
}
