package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.calendar.CalendarChanged;
import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.results.ObjectionTermsMoved;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Dues;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.VisitDue;
import cn.sunlot.results.store.DueStore;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.results.usecase.VisitDues.Moved;
import cn.sunlot.tasking.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes the due days of open reports again when working days change, in the transaction of the
 * change; likewise the open days that follow from visits, and the provisional last days for
 * objections. What moved is on record.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecomputeDues {

  private final ReportStore reports;
  private final ResultStore results;
  private final TaskRules rules;
  private final ReportDues dues;
  private final DueStore visitDues;
  private final VisitDues renewal;
  private final Tasks tasks;
  private final AuditLog audit;
  private final WholeView view;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RecomputeDues(
      ReportStore reports,
      ResultStore results,
      TaskRules rules,
      ReportDues dues,
      DueStore visitDues,
      VisitDues renewal,
      Tasks tasks,
      AuditLog audit,
      WholeView view,
      ApplicationEventPublisher events,
      Clock clock) {
    this.reports = reports;
    this.results = results;
    this.rules = rules;
    this.dues = dues;
    this.visitDues = visitDues;
    this.renewal = renewal;
    this.tasks = tasks;
    this.audit = audit;
    this.view = view;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void on(CalendarChanged changed) {
    LocalDate since = LocalDate.of(Collections.min(changed.years()), 1, 1);
    view.run(() -> reports.lockOpen().forEach(this::recompute));
    view.run(this::recomputeObjections);
    view.run(() -> visitDues.listOpenVisits(since).forEach(this::recompute));
  }

  private void recompute(UUID visitId) {
    for (Moved moved : renewal.renew(visitId)) {
      VisitDue due = moved.what();
      audit.record(
          due.authorityId(),
          "due-dates-recomputed",
          tasks.getVisit(visitId).number(),
          Map.of(
              Lifecycle.wireName(due.kind()),
              List.of(words(moved.before()), words(moved.now())),
              "department",
              due.departmentId().toString()));
    }
  }

  private void recomputeObjections() {
    List<UUID> moved = new ArrayList<>();
    for (Result result : results.lockProvisional()) {
      LocalDate published =
          LocalDate.ofInstant(Objects.requireNonNull(result.publishedAt()), clock.getZone());
      DueDate now = dues.objection(rules.of(result.taskId()), published);
      if (!Objects.equals(now, result.objectionUntil())) {
        results.saveObjection(result.id(), now);
        audit.record(
            result.authorityId(),
            "due-dates-recomputed",
            result.number(),
            Map.of("objectionUntil", List.of(words(result.objectionUntil()), words(now))));
        moved.add(result.id());
      }
    }
    if (!moved.isEmpty()) {
      events.publishEvent(new ObjectionTermsMoved(moved));
    }
  }

  private void recompute(Report report) {
    Dues before = report.progress().dues();
    Dues now = dues.of(rules.of(report.taskId()), report.endedOn(), report.reportedOn());
    if (!now.equals(before)) {
      reports.saveDues(report.id(), now);
      audit.record(
          report.authorityId(),
          "due-dates-recomputed",
          report.taskNumber(),
          Map.of(
              "due", List.of(words(before.report()), words(now.report())),
              "publishDue", List.of(words(before.publication()), words(now.publication()))));
    }
  }

  private static String words(@Nullable DueDate due) {
    return due == null ? "" : due.date() + (due.provisional() ? " provisional" : "");
  }
}
