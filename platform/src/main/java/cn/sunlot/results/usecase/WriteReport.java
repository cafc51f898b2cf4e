package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Text;
import cn.sunlot.results.domain.ReportCommand;
import cn.sunlot.results.domain.ReportLifecycle;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Task;
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
  private final Tasks tasks;
  private final Policies policies;
  private final WorkingDays calendar;
  private final AuditLog audit;
  private final Clock clock;

  WriteReport(
      ReportStore store,
      Tasks tasks,
      Policies policies,
      WorkingDays calendar,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.tasks = tasks;
    this.policies = policies;
    this.calendar = calendar;
    this.audit = audit;
    this.clock = clock;
  }

  public void save(UUID reportId, IfMatch seen, Text text) {
    Report report = open(reportId, seen);
    var edge = ReportLifecycle.TABLE.take(report.state(), ReportCommand.SAVE);
    store.save(report.saved(edge.to(), text));
    audit.record(edge.entryType(), report.taskNumber(), Map.of());
  }

  /** Hands it in; publication is due from now on. */
  public void submit(UUID reportId, IfMatch seen) {
    Report report = open(reportId, seen);
    var edge = ReportLifecycle.TABLE.take(report.state(), ReportCommand.SUBMIT);
    Task task = tasks.getTask(report.taskId());
    Profile profile = policies.getVersion(task.profileId(), task.profileVersion());
    List<String> missing = report.text().missing();
    if (!missing.isEmpty()) {
      throw Refused.because(ResultsProblem.REPORT_INCOMPLETE, String.join(", ", missing))
          .by(profile.taskReport().clauses());
    }
    LocalDate today = LocalDate.now(clock);
    store.save(
        report.submitted(
            edge.to(), today, profile.publish().value().within().due(today, calendar)));
    audit.record(edge.entryType(), report.taskNumber(), Map.of("reportedOn", today.toString()));
  }

  private Report open(UUID reportId, IfMatch seen) {
    Report report = store.lock(reportId);
    if (!SignedIn.get().departments().contains(report.departmentId())) {
      throw Refused.because(KernelProblem.NOT_FOUND, reportId);
    }
    seen.check(report.version());
    return report;
  }
}
