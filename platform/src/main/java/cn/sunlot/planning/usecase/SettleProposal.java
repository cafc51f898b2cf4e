package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Answer;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the asking: the proposal goes to the office with those who agreed. It comes there even after
 * the day until which it should have, and shows as late (PDS-7).
 */
@Component
@Transactional
public class SettleProposal {

  private final ProposalSteps steps;
  private final PlanDutyRecords duties;
  private final Organisation organisation;
  private final RulesOfPlans rules;
  private final Clock clock;

  SettleProposal(
      ProposalSteps steps,
      PlanDutyRecords duties,
      Organisation organisation,
      RulesOfPlans rules,
      Clock clock) {
    this.steps = steps;
    this.duties = duties;
    this.organisation = organisation;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * The lead ends it.
   *
   * @throws Refused while an answer may still come, or where nobody agreed
   */
  public Proposal run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ProposalCommand.SETTLE);
    Proposal proposal = step.proposal();
    LocalDate until = proposal.asking().until();
    if (!proposal.awaited().isEmpty() && until != null && !LocalDate.now(clock).isAfter(until)) {
      throw Refused.because(
              PlanningProblem.ANSWERS_AWAITED,
              proposal.origin().number(),
              names(proposal.awaited()),
              until.toString())
          .by(clauses(proposal));
    }
    if (proposal.agreed().isEmpty()) {
      throw Refused.because(
              PlanningProblem.NOBODY_AGREED, proposal.origin().number(), proposal.line().title())
          .by(clauses(proposal));
    }
    return end(step);
  }

  /** The same by itself, where every participant agreed. */
  Proposal whereAllAgreed(Proposal proposal) {
    return proposal.agreed().size() == proposal.answers().size()
        ? end(steps.take(proposal, ProposalCommand.SETTLE))
        : proposal;
  }

  private Proposal end(Step step) {
    LocalDate today = LocalDate.now(clock);
    Proposal settled =
        steps.end(
            step,
            step.proposal().settled(today),
            Map.of(
                "participants",
                step.proposal().agreed().stream().map(a -> a.departmentId().toString()).toList()));
    if (!settled.isAdHoc()) {
      duties.proposed(settled, today);
    }
    return settled;
  }

  private List<String> clauses(Proposal proposal) {
    return rules.get(proposal.origin().leadId()).plan().clauses();
  }

  private String names(List<Answer> answers) {
    return String.join(
        "、",
        answers.stream().map(a -> organisation.getDepartment(a.departmentId()).name()).toList());
  }
}
