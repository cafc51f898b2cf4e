package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Dues;
import cn.sunlot.results.domain.ReportCommand;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.results.usecase.ReportSteps.Step;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final ReportSteps steps;
  private final TaskRules rules;
  private final ReportDues dues;
  private final AuditLog audit;
  private final ReleaseResults release;
  private final VisitDues visitDues;
  private final WholeView view;
  private final Clock clock;

  ReleaseReport(
      ReportStore reports,
      ResultStore results,
      Tasks tasks,
      ReportSteps steps,
      TaskRules rules,
      ReportDues dues,
      AuditLog audit,
      ReleaseResults release,
      VisitDues visitDues,
      WholeView view,
      Clock clock) {
    this.reports = reports;
    this.results = results;
    this.tasks = tasks;
    this.steps = steps;
    this.rules = rules;
    this.dues = dues;
    this.audit = audit;
    this.release = release;
    this.visitDues = visitDues;
    this.view = view;
    this.clock = clock;
  }

  /** Makes report and results public, and with them opens the drawn units in the transcript. */
  public void publish(UUID reportId, IfMatch seen) {
    Step step = steps.begin(reportId, seen, ReportCommand.PUBLISH);
    Report report = step.report();
    var edge = step.edge();
    List<Result> accepted = checkComplete(report);
    reports.save(report.released(edge.to(), clock.instant(), ""));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("results", accepted.size()));
    release.publish(report.taskId(), accepted);
    renewDues(report);
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
    checkComplete(report).forEach(r -> release.circulate(r, reason));
    reports.save(report.released(edge.to(), clock.instant(), reason));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("reason", reason));
    renewDues(report);
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
    renewDues(report);
  }

  private void renewDues(Report report) {
    view.run(() -> tasks.listVisits(report.taskId()).forEach(v -> visitDues.renew(v.id())));
  }

  /** Every item of the task has its reviewed result, at every visit that took place. */
  private List<Result> checkComplete(Report report) {
    List<Result> all = results.listOfTask(report.taskId());
    Set<List<UUID>> checked =
        all.stream().map(r -> List.of(r.visitId(), r.itemVersionId())).collect(Collectors.toSet());
    List<Visit> open =
        tasks.listVisits(report.taskId()).stream()
            .filter(v -> v.state().equals("finished"))
            .filter(
                v ->
                    v.items().stream()
                        .filter(i -> i.taskId().equals(report.taskId()))
                        .anyMatch(i -> !checked.contains(List.of(v.id(), i.itemVersionId()))))
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
}
