package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.ResultsPublished;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.ReportCommand;
import cn.sunlot.results.domain.ReportLifecycle;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.ResultCommand;
import cn.sunlot.results.domain.ResultLifecycle;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes a task's results with its report, circulates them to a limited group, or sends the
 * report back (ZB-15).
 */
@Component
@Transactional
public class ReleaseReport {

  private final ReportStore reports;
  private final ResultStore results;
  private final Tasks tasks;
  private final Draws draws;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReleaseReport(
      ReportStore reports,
      ResultStore results,
      Tasks tasks,
      Draws draws,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.reports = reports;
    this.results = results;
    this.tasks = tasks;
    this.draws = draws;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Makes report and results public, and opens the drawn units in the transcript: their visits are
   * over.
   */
  public void publish(UUID reportId, IfMatch seen) {
    Report report = open(reportId, seen);
    var edge = ReportLifecycle.TABLE.take(report.state(), ReportCommand.PUBLISH);
    List<Result> accepted = checkComplete(report);
    List<UUID> ids = accepted.stream().map(r -> release(r, ResultCommand.PUBLISH)).toList();
    reports.save(report.released(edge.to(), clock.instant(), ""));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("results", ids.size()));
    UUID drawId = tasks.getTask(report.taskId()).targetDrawId();
    if (drawId != null) {
      draws.releaseOpenings(drawId, drawnTargets(report, drawId));
    }
    events.publishEvent(new ResultsPublished(report.taskId(), ids));
  }

  /** What may not be public is circulated to a limited group, with the reason. */
  public void circulate(UUID reportId, IfMatch seen, String reason) {
    Report report = open(reportId, seen);
    var edge = ReportLifecycle.TABLE.take(report.state(), ReportCommand.CIRCULATE);
    if (reason.isBlank()) {
      throw Refused.because(ResultsProblem.LIMITED_REASON_MISSING).by("ZB-15");
    }
    checkComplete(report).forEach(r -> release(r, ResultCommand.CIRCULATE));
    reports.save(report.released(edge.to(), clock.instant(), reason));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("reason", reason));
  }

  public void sendBack(UUID reportId, IfMatch seen, String note) {
    Report report = open(reportId, seen);
    var edge = ReportLifecycle.TABLE.take(report.state(), ReportCommand.SEND_BACK);
    if (note.isBlank()) {
      throw Refused.because(ResultsProblem.NOTE_MISSING).by("TZ-30");
    }
    reports.save(report.sentBack(edge.to(), note));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("note", note));
  }

  /** Every finished visit of the task has its reviewed results. */
  private List<Result> checkComplete(Report report) {
    List<Result> all = results.listOfTask(report.taskId());
    Set<UUID> withResults = all.stream().map(Result::visitId).collect(Collectors.toSet());
    List<Visit> open =
        tasks.listVisits(report.taskId()).stream()
            .filter(v -> v.state().equals("finished") && !withResults.contains(v.id()))
            .toList();
    if (!open.isEmpty()) {
      throw Refused.because(
              ResultsProblem.RECORDS_OPEN,
              open.size(),
              open.stream()
                  .limit(5)
                  .map(v -> v.number() + " " + v.targetName())
                  .collect(Collectors.joining("；")))
          .by("ZB-15");
    }
    return all.stream().filter(r -> r.state() == ResultState.ACCEPTED).toList();
  }

  private UUID release(Result result, ResultCommand command) {
    var edge = ResultLifecycle.TABLE.take(result.state(), command);
    results.save(result.in(edge.to(), command == ResultCommand.PUBLISH ? clock.instant() : null));
    audit.record(
        edge.entryType(),
        result.number(),
        Map.of("unit", result.unitId(), "type", result.finding().type()));
    return result.id();
  }

  private List<UUID> drawnTargets(Report report, UUID drawId) {
    Set<UUID> over =
        tasks.listVisits(report.taskId()).stream()
            .filter(v -> v.state().equals("finished"))
            .map(Visit::targetId)
            .collect(Collectors.toSet());
    return draws.listDrawnTargets(drawId).stream()
        .map(Draws.DrawnTarget::targetId)
        .filter(over::contains)
        .toList();
  }

  private Report open(UUID reportId, IfMatch seen) {
    Report report = reports.lock(reportId);
    if (!SignedIn.get().departments().contains(report.departmentId())) {
      throw Refused.because(KernelProblem.NOT_FOUND, reportId);
    }
    seen.check(report.version());
    return report;
  }
}
