package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.RecordAccepted;
import cn.sunlot.fieldwork.domain.RecordCommand;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.domain.VisitRecord.Review;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepts a record, or sends it back to the team with what is wrong. Nobody reviews what they took
 * part in.
 */
@Component
@Transactional
public class ReviewRecord {

  private final RecordStore store;
  private final Team team;
  private final Tasks tasks;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReviewRecord(
      RecordStore store,
      Team team,
      Tasks tasks,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.team = team;
    this.tasks = tasks;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  public void accept(UUID visitId, IfMatch seen, String note) {
    review(visitId, seen, RecordCommand.ACCEPT, note);
    events.publishEvent(new RecordAccepted(visitId));
  }

  public void sendBack(UUID visitId, IfMatch seen, String note) {
    if (note.isBlank()) {
      throw Refused.because(FieldworkProblem.NOTE_MISSING)
          .by(team.rules(tasks.getVisit(visitId)).publish().clauses());
    }
    review(visitId, seen, RecordCommand.SEND_BACK, note);
  }

  private void review(UUID visitId, IfMatch seen, RecordCommand command, String note) {
    Visit visit = tasks.getVisit(visitId);
    SignedIn person = SignedIn.get();
    if (!person.handles(visit.departmentId())) {
      throw Refused.because(KernelProblem.NOT_FOUND, visitId);
    }
    VisitRecord entry = store.lock(visitId);
    seen.check(entry.version());
    var edge = RecordLifecycle.TABLE.take(entry.state(), command);
    if (team.includes(visit, person) || person.personId().equals(entry.submittedBy())) {
      throw Refused.because(FieldworkProblem.OWN_RECORD).by(team.rules(visit).publish().clauses());
    }
    store.save(entry.reviewed(edge.to(), new Review(person.personId(), clock.instant(), note)));
    audit.record(edge.entryType(), visit.number(), Map.of("note", note));
  }
}
