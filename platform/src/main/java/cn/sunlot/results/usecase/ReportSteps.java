package cn.sunlot.results.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.ReportCommand;
import cn.sunlot.results.domain.ReportLifecycle;
import cn.sunlot.results.domain.ReportState;
import cn.sunlot.results.store.ReportStore;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The beginning that all commands on a report have in common. */
@Component
class ReportSteps {

  /** A report that a command may change. */
  record Step(Report report, Edge<ReportState, ReportCommand> edge) {}

  private final ReportStore store;
  private final TaskRules rules;

  ReportSteps(ReportStore store, TaskRules rules) {
    this.store = store;
    this.rules = rules;
  }

  /**
   * Loads the report as the person saw it.
   *
   * @throws Refused if it is another section's, or published: then nothing of it changes (ZB-16)
   */
  Step begin(UUID reportId, IfMatch seen, ReportCommand command) {
    Report report = store.lock(reportId);
    if (!SignedIn.get().handles(report.departmentId())) {
      throw Refused.because(KernelProblem.NOT_FOUND, reportId);
    }
    seen.check(report.version());
    if (report.state() == ReportState.PUBLISHED) {
      throw Refused.because(ResultsProblem.PUBLISHED_IMMUTABLE, report.taskNumber())
          .by(rules.of(report.taskId()).correction().clauses());
    }
    boolean release = command == ReportCommand.PUBLISH || command == ReportCommand.CIRCULATE;
    if (release && report.state() == ReportState.DRAFT) {
      throw Refused.because(ResultsProblem.REPORT_NOT_HANDED_IN, report.taskNumber())
          .by(rules.of(report.taskId()).publish().clauses())
          .allowing(ReportLifecycle.TABLE.allowed(report.state()));
    }
    return new Step(report, ReportLifecycle.TABLE.take(report.state(), command));
  }
}
