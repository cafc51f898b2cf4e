package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lead takes a proposal back to change it; participants are asked anew afterwards. */
@Component
@Transactional
public class ReopenProposal {

  private final ProposalSteps steps;

  ReopenProposal(ProposalSteps steps) {
    this.steps = steps;
  }

  public Proposal run(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, ProposalCommand.REOPEN);
    String why = PlanSteps.demandReason(reason);
    return steps.end(step, step.proposal().reopened(), Map.of("reason", why));
  }
}
