package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.RecordAccepted;
import cn.sunlot.fieldwork.domain.RecordCommand;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.domain.VisitRecord.Review;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepts the record of the own department, or sends it back to the team with what is wrong (TZ-30,
 * PDS-20). Nobody reviews what they took part in.
 */
@Component
@Transactional
public class ReviewRecord {

  private final RecordStore store;
  private final Team team;
  private final Parts parts;
  private final Tasks tasks;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReviewRecord(
      RecordStore store,
      Team team,
      Parts parts,
      Tasks tasks,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.team = team;
    this.parts = parts;
    this.tasks = tasks;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Accepts it.
   *
   * @param departmentId whose record it is; null for that of the person's department
   * @param withheld why the law keeps its results from the public, or ""
   */
  public void accept(
      UUID visitId, @Nullable UUID departmentId, IfMatch seen, String note, String withheld) {
    Visit visit = tasks.getVisit(visitId);
    VisitPart part = ownPart(visit, departmentId);
    review(visit, part, seen, RecordCommand.ACCEPT, note);
    events.publishEvent(new RecordAccepted(visitId, part.departmentId(), withheld.strip()));
  }

  public void sendBack(UUID visitId, @Nullable UUID departmentId, IfMatch seen, String note) {
    Visit visit = tasks.getVisit(visitId);
    VisitPart part = ownPart(visit, departmentId);
    if (note.isBlank()) {
      throw Refused.because(FieldworkProblem.NOTE_MISSING)
          .by(team.rules(visit).publish().clauses());
    }
    review(visit, part, seen, RecordCommand.SEND_BACK, note);
  }

  private VisitPart ownPart(Visit visit, @Nullable UUID departmentId) {
    parts.demandVisible(visit);
    List<VisitPart> own = parts.reviewedBy(visit, SignedIn.get());
    VisitPart asked =
        departmentId != null
            ? parts.get(visit, departmentId)
            : own.stream().findFirst().orElseGet(() -> parts.of(visit).get(0));
    if (!own.contains(asked)) {
      throw Refused.because(
              FieldworkProblem.OTHER_DEPARTMENTS_REVIEW,
              visit.number(),
              parts.name(asked.departmentId()))
          .by(team.rules(visit).publish().clauses());
    }
    return asked;
  }

  private void review(
      Visit visit, VisitPart part, IfMatch seen, RecordCommand command, String note) {
    SignedIn person = SignedIn.get();
    VisitRecord entry = store.lock(visit.id(), part.departmentId());
    seen.check(entry.version());
    var edge = RecordLifecycle.TABLE.take(entry.state(), command);
    if (team.includes(visit, person)
        || person.personId().equals(Objects.requireNonNull(entry.entry()).by())) {
      throw Refused.because(FieldworkProblem.OWN_RECORD).by(team.rules(visit).publish().clauses());
    }
    store.save(entry.reviewed(edge.to(), new Review(person.personId(), clock.instant(), note)));
    audit.record(
        edge.entryType(),
        visit.number(),
        Map.of("note", note, "department", part.departmentId().toString()));
  }
}
