package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.Proposal.Asking;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lead asks the participants whether they take part, until a day (TZ-M6, RS-2.4). */
@Component
@Transactional
public class Propose {

  private final ProposalSteps steps;
  private final ProposalChecks checks;
  private final ProposalSides sides;
  private final Clock clock;

  Propose(ProposalSteps steps, ProposalChecks checks, ProposalSides sides, Clock clock) {
    this.steps = steps;
    this.checks = checks;
    this.sides = sides;
    this.clock = clock;
  }

  /**
   * Asks them.
   *
   * @param until last day of the answers
   */
  public Proposal run(UUID id, IfMatch seen, LocalDate until) {
    Step step = steps.begin(id, seen, ProposalCommand.PROPOSE);
    Proposal proposal = step.proposal();
    checks.complete(proposal);
    checks.demandUntil(proposal.origin().leadId(), until);
    sides.demandOffice(proposal);
    return steps.end(
        step,
        proposal.proposed(new Asking(until, proposal.asking().byOffice()), clock.instant()),
        Map.of(
            "participants", proposal.participants().stream().map(UUID::toString).toList(),
            "until", until.toString(),
            "byOffice", proposal.asking().byOffice()));
  }
}
