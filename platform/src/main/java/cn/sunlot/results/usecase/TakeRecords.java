package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.Fieldwork;
import cn.sunlot.fieldwork.Fieldwork.Found;
import cn.sunlot.fieldwork.RecordAccepted;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Dues;
import cn.sunlot.results.domain.Report.Terms;
import cn.sunlot.results.domain.Report.Text;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.Result.Statement;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.tasking.TaskEnded;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Task;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns accepted records into results, and ended tasks into reports to be written, in the
 * transaction of the change.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeRecords {

  private final ResultStore results;
  private final ReportStore reports;
  private final Fieldwork fieldwork;
  private final Tasks tasks;
  private final Policies policies;
  private final ReportDues dues;
  private final Numbers numbers;
  private final AuditLog audit;

  TakeRecords(
      ResultStore results,
      ReportStore reports,
      Fieldwork fieldwork,
      Tasks tasks,
      Policies policies,
      ReportDues dues,
      Numbers numbers,
      AuditLog audit) {
    this.results = results;
    this.reports = reports;
    this.fieldwork = fieldwork;
    this.tasks = tasks;
    this.policies = policies;
    this.dues = dues;
    this.numbers = numbers;
    this.audit = audit;
  }

  @EventListener
  void on(RecordAccepted accepted) {
    Visit visit = tasks.getVisit(accepted.visitId());
    for (Found found : fieldwork.listFound(accepted.visitId())) {
      Result result = result(visit, found);
      results.add(result);
      audit.record(
          "result-entered",
          result.number(),
          Map.of("visit", visit.number(), "unit", visit.unitId(), "type", found.type()));
    }
  }

  @EventListener
  void on(TaskEnded ended) {
    Task task = tasks.getTask(ended.taskId());
    Profile profile = policies.getVersion(task.profileId(), task.profileVersion());
    Dues when = dues.of(profile, ended.day(), null);
    int targets =
        (int)
            tasks.listVisits(task.id()).stream().filter(v -> v.state().equals("finished")).count();
    reports.add(
        Report.draft(
            Ids.next(),
            new Terms(
                task.id(),
                task.authorityId(),
                task.departmentId(),
                task.number(),
                task.title(),
                ended.day()),
            when,
            new Text(task.from() + " — " + ended.day(), targets, task.title(), "", "")));
    audit.record(
        "report-due",
        task.number(),
        Map.of("due", when.report() == null ? "" : when.report().date().toString()));
  }

  private Result result(Visit visit, Found found) {
    return new Result(
        Ids.next(),
        numbers.next(visit.authorityId(), "R", found.visitedOn().getYear()),
        1,
        visit.authorityId(),
        visit.departmentId(),
        visit.id(),
        found.taskId(),
        found.itemVersionId(),
        visit.targetId(),
        visit.unitId(),
        visit.targetName(),
        found.visitedOn(),
        new Statement(found.type(), found.finding(), found.measures(), found.handling()),
        found.directReason(),
        ResultState.ACCEPTED,
        null,
        null,
        null,
        "",
        null,
        1);
  }
}
