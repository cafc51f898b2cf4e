package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the draft of a proposal says. */
@Component
@Transactional
public class ChangeProposal {

  private final ProposalSteps steps;
  private final ProposalChecks checks;
  private final Organisation organisation;

  ChangeProposal(ProposalSteps steps, ProposalChecks checks, Organisation organisation) {
    this.steps = steps;
    this.checks = checks;
    this.organisation = organisation;
  }

  public Proposal run(UUID id, IfMatch seen, ProposalContent content) {
    Step step = steps.begin(id, seen, ProposalCommand.CHANGE_DRAFT);
    var origin = step.proposal().origin();
    checks.says(
        organisation.getDepartment(origin.leadId()),
        origin.year(),
        content.line(),
        content.focus(),
        origin.adHoc());
    return steps.end(
        step,
        step.proposal()
            .saying(
                content.line().withId(step.proposal().line().id()),
                content.focus(),
                content.asking()),
        Map.of("title", content.line().title()));
  }
}
