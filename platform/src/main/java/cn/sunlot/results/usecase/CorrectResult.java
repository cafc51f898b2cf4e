package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Correction;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.results.ResultCorrected;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.Result.Statement;
import cn.sunlot.results.domain.ResultCommand;
import cn.sunlot.results.domain.ResultKinds;
import cn.sunlot.results.domain.ResultLifecycle;
import cn.sunlot.results.store.ResultStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects a published result: signed by the principal, with a reason, beside the original that
 * stays visible (ZB-16, TZ-31).
 */
@Component
@Transactional
public class CorrectResult {

  private final ResultStore store;
  private final TaskRules rules;
  private final Organisation organisation;
  private final ReportDues dues;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CorrectResult(
      ResultStore store,
      TaskRules rules,
      Organisation organisation,
      ReportDues dues,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.rules = rules;
    this.organisation = organisation;
    this.dues = dues;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Publishes the correction.
   *
   * @return the correction's id
   */
  public UUID run(UUID resultId, IfMatch seen, Statement right, String reason) {
    Result original = store.lock(resultId);
    SignedIn person = SignedIn.get();
    if (!person.handles(original.departmentId())) {
      throw Refused.because(KernelProblem.NOT_FOUND, resultId);
    }
    Profile profile = rules.of(original.taskId());
    demandOwnPrincipal(original, person, profile.correction());
    seen.check(original.version());
    var edge = ResultLifecycle.TABLE.take(original.state(), ResultCommand.CORRECT);
    if (reason.isBlank()) {
      throw Refused.because(ResultsProblem.CORRECTION_REASON_MISSING)
          .by(profile.correction().clauses());
    }
    if (!right.type().equals(original.finding().type())
        && !ResultKinds.isKnown(right.type(), profile.resultTypes().value())) {
      throw Refused.because(ResultsProblem.RESULT_TYPE_NOT_LISTED, right.type())
          .by(profile.resultTypes().clauses());
    }
    Result correction =
        original.correction(
            Ids.next(),
            right,
            reason,
            person.personId(),
            clock.instant(),
            dues.objection(profile, LocalDate.now(clock)));
    store.save(original.in(edge.to()));
    store.add(correction);
    audit.record(
        edge.entryType(),
        original.number(),
        Map.of("revision", correction.revision(), "type", right.type(), "reason", reason));
    events.publishEvent(new ResultCorrected(original.id(), correction.id()));
    return correction.id();
  }

  /**
   * The principal of the department or bureau that answers for the result signs, and no superior in
   * its place (PDS-22, ZB-16).
   */
  private void demandOwnPrincipal(Result original, SignedIn person, Rule<Correction> rule) {
    boolean own =
        organisation.listBody(original.departmentId()).stream()
            .anyMatch(d -> d.id().equals(person.departmentId()));
    if (!own) {
      throw Refused.because(
              ResultsProblem.CORRECTION_BY_OTHER,
              original.number(),
              organisation.getDepartment(original.departmentId()).name())
          .by(rule.clauses());
    }
  }
}
