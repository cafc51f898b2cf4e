package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office returns a proposal to its lead, and says why (TZ-M6). */
@Component
@Transactional
public class ReturnProposal {

  private final ProposalSteps steps;

  ReturnProposal(ProposalSteps steps) {
    this.steps = steps;
  }

  public Proposal run(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, ProposalCommand.RETURN_PROPOSAL);
    String why = PlanSteps.demandReason(reason);
    return steps.end(step, step.proposal().returned(why), Map.of("reason", why));
  }
}
