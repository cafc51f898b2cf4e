package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Profile;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Text;
import cn.sunlot.results.domain.ReportCommand;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.usecase.ReportSteps.Step;
import cn.sunlot.tasking.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes and hands in the report of a task (ZB-15, ZB-15.4). */
@Component
@Transactional
public class WriteReport {

  private final ReportStore store;
  private final ReportSteps steps;
  private final TaskRules rules;
  private final ReportDues dues;
  private final Tasks tasks;
  private final VisitDues visitDues;
  private final AuditLog audit;
  private final WholeView view;
  private final Clock clock;

  WriteReport(
      ReportStore store,
      ReportSteps steps,
      TaskRules rules,
      ReportDues dues,
      Tasks tasks,
      VisitDues visitDues,
      AuditLog audit,
      WholeView view,
      Clock clock) {
    this.store = store;
    this.steps = steps;
    this.rules = rules;
    this.dues = dues;
    this.tasks = tasks;
    this.visitDues = visitDues;
    this.audit = audit;
    this.view = view;
    this.clock = clock;
  }

  public void save(UUID reportId, IfMatch seen, Text text) {
    Step step = steps.begin(reportId, seen, ReportCommand.SAVE);
    Report report = step.report();
    var edge = step.edge();
    store.save(report.saved(edge.to(), text));
    audit.record(edge.entryType(), report.taskNumber(), Map.of());
  }

  /** Hands it in; publication is due from now on. */
  public void submit(UUID reportId, IfMatch seen) {
    Step step = steps.begin(reportId, seen, ReportCommand.SUBMIT);
    Report report = step.report();
    var edge = step.edge();
    Profile profile = rules.of(report.taskId());
    List<String> missing = report.text().missing();
    if (!missing.isEmpty()) {
      throw Refused.because(ResultsProblem.REPORT_INCOMPLETE, String.join(", ", missing))
          .by(profile.taskReport().clauses());
    }
    LocalDate today = LocalDate.now(clock);
    store.save(report.submitted(edge.to(), today, dues.of(profile, report.endedOn(), today)));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("reportedOn", today.toString()));
    view.run(() -> tasks.listVisits(report.taskId()).forEach(v -> visitDues.renew(v.id())));
  }
}
