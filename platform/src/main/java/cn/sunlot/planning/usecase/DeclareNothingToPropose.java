package cn.sunlot.planning.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.NothingProposed;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.store.NothingProposedStore;
import cn.sunlot.planning.store.ProposalSearch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A department says that it has no joint inspection to propose for the plan of a year: the office
 * sees an answer, and what was owed is done (PDS-7, SX-4.1, RS-2.4).
 */
@Component
@Transactional
public class DeclareNothingToPropose {

  private final NothingProposedStore store;
  private final ProposalSearch proposals;
  private final ProposalChecks checks;
  private final PlanDutyRecords duties;
  private final RulesOfPlans rules;
  private final AuditLog audit;
  private final Clock clock;

  DeclareNothingToPropose(
      NothingProposedStore store,
      ProposalSearch proposals,
      ProposalChecks checks,
      PlanDutyRecords duties,
      RulesOfPlans rules,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.proposals = proposals;
    this.checks = checks;
    this.duties = duties;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /** Declares it for the department of the person who is signed in. */
  public void run(int year, String note) {
    SignedIn person = SignedIn.get();
    LocalDate today = LocalDate.now(clock);
    Department body = checks.demandJoint(person.departmentId(), String.valueOf(year));
    demandYear(year, today);
    List<String> handedIn = listHandedIn(person, body.id(), year);
    if (!handedIn.isEmpty()) {
      throw refuse(PlanningProblem.PROPOSED_ALREADY, body, year, String.join("、", handedIn));
    }
    var declared =
        new NothingProposed(
            body.authorityId(),
            body.id(),
            year,
            note.strip(),
            person.personId(),
            person.name(),
            clock.instant());
    if (!store.add(declared)) {
      throw refuse(PlanningProblem.NOTHING_PROPOSED_ALREADY, body, year, "");
    }
    duties.nothingToPropose(declared, today);
    audit.record(
        "nothing-to-propose-declared",
        body.id().toString(),
        Map.of("department", body.name(), "year", year, "note", declared.note()));
  }

  /** Numbers of what the department has proposed for the plan, whatever became of it. */
  private List<String> listHandedIn(SignedIn person, UUID body, int year) {
    var ofBody = new ProposalSearch.Filter(null, year, null, null, body, null, false);
    return proposals.list(person.scope(), ofBody).stream()
        .filter(Proposal::isHandedIn)
        .map(p -> p.origin().number())
        .collect(Collectors.toList());
  }

  private static void demandYear(int year, LocalDate today) {
    if (year < today.getYear() || year > today.getYear() + 1) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(
              List.of(
                  WrongValue.of(
                      "year",
                      String.valueOf(year),
                      "planning.field.year-of-proposals",
                      String.valueOf(today.getYear()),
                      String.valueOf(today.getYear() + 1))));
    }
  }

  private Refused refuse(PlanningProblem problem, Department body, int year, String numbers) {
    return Refused.because(problem, body.name(), String.valueOf(year), numbers)
        .by(rules.get(body.id()).plan().clauses());
  }
}
