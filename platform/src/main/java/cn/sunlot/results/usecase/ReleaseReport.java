package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.ResultsPublished;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Dues;
import cn.sunlot.results.domain.ReportCommand;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.ResultCommand;
import cn.sunlot.results.domain.ResultLifecycle;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.results.usecase.ReportSteps.Step;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.time.LocalDate;
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
  private final ReportSteps steps;
  private final TaskRules rules;
  private final ReportDues dues;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReleaseReport(
      ReportStore reports,
      ResultStore results,
      Tasks tasks,
      Draws draws,
      ReportSteps steps,
      TaskRules rules,
      ReportDues dues,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.reports = reports;
    this.results = results;
    this.tasks = tasks;
    this.draws = draws;
    this.steps = steps;
    this.rules = rules;
    this.dues = dues;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Makes report and results public, and opens the drawn units in the transcript: their visits are
   * over.
   */
  public void publish(UUID reportId, IfMatch seen) {
    Step step = steps.begin(reportId, seen, ReportCommand.PUBLISH);
    Report report = step.report();
    var edge = step.edge();
    List<Result> accepted = checkComplete(report);
    List<UUID> ids = accepted.stream().map(r -> release(r, ResultCommand.PUBLISH)).toList();
    reports.save(report.released(edge.to(), clock.instant(), ""));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("results", ids.size()));
    draws
        .listTargetDraws(report.taskId())
        .forEach(d -> draws.releaseOpenings(d.id(), drawnTargets(report, d.id())));
    events.publishEvent(new ResultsPublished(report.taskId(), ids));
  }

  /** What may not be public is circulated to a limited group, with the reason. */
  public void circulate(UUID reportId, IfMatch seen, String reason) {
    Step step = steps.begin(reportId, seen, ReportCommand.CIRCULATE);
    Report report = step.report();
    var edge = step.edge();
    if (reason.isBlank()) {
      throw Refused.because(ResultsProblem.LIMITED_REASON_MISSING)
          .by(rules.of(report.taskId()).publish().clauses());
    }
    checkComplete(report).forEach(r -> release(r, ResultCommand.CIRCULATE));
    reports.save(report.released(edge.to(), clock.instant(), reason));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("reason", reason));
  }

  public void sendBack(UUID reportId, IfMatch seen, String note) {
    Step step = steps.begin(reportId, seen, ReportCommand.SEND_BACK);
    Report report = step.report();
    var edge = step.edge();
    if (note.isBlank()) {
      throw Refused.because(ResultsProblem.NOTE_MISSING)
          .by(rules.of(report.taskId()).publish().clauses());
    }
    Dues before = dues.of(rules.of(report.taskId()), report.endedOn(), null);
    reports.save(report.sentBack(edge.to(), before, note));
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
          .by(rules.of(report.taskId()).publish().clauses());
    }
    return all.stream().filter(r -> r.state() == ResultState.ACCEPTED).toList();
  }

  private UUID release(Result result, ResultCommand command) {
    var edge = ResultLifecycle.TABLE.take(result.state(), command);
    results.save(
        command == ResultCommand.PUBLISH
            ? result.published(
                edge.to(),
                clock.instant(),
                dues.objection(rules.of(result.taskId()), LocalDate.now(clock)))
            : result.in(edge.to()));
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
}
