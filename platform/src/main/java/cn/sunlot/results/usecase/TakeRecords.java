package cn.sunlot.results.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.Fieldwork;
import cn.sunlot.fieldwork.Fieldwork.Found;
import cn.sunlot.fieldwork.RecordAccepted;
import cn.sunlot.fieldwork.RecordHandedIn;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Dues;
import cn.sunlot.results.domain.Report.Terms;
import cn.sunlot.results.domain.Report.Text;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.Result.Statement;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.store.LeadStore;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.tasking.TaskEnded;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Task;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns accepted records into results, public at once where no report precedes them, and ended
 * tasks into reports to be written where the rules ask for one, in the transaction of the change.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeRecords {

  private final ResultStore results;
  private final ReportStore reports;
  private final Fieldwork fieldwork;
  private final Tasks tasks;
  private final TaskRules rules;
  private final ReportDues reportDues;
  private final VisitDues dues;
  private final LeadStore leads;
  private final ReleaseResults release;
  private final WholeView view;
  private final Numbers numbers;
  private final AuditLog audit;

  TakeRecords(
      ResultStore results,
      ReportStore reports,
      Fieldwork fieldwork,
      Tasks tasks,
      TaskRules rules,
      ReportDues reportDues,
      VisitDues dues,
      LeadStore leads,
      ReleaseResults release,
      WholeView view,
      Numbers numbers,
      AuditLog audit) {
    this.results = results;
    this.reports = reports;
    this.fieldwork = fieldwork;
    this.tasks = tasks;
    this.rules = rules;
    this.reportDues = reportDues;
    this.dues = dues;
    this.leads = leads;
    this.release = release;
    this.view = view;
    this.numbers = numbers;
    this.audit = audit;
  }

  @EventListener
  void on(RecordHandedIn handedIn) {
    view.run(() -> dues.renew(handedIn.visitId()));
  }

  @EventListener
  void on(RecordAccepted accepted) {
    Visit visit = tasks.getVisit(accepted.visitId());
    List<Result> entered =
        fieldwork.listFound(accepted.visitId(), accepted.departmentId()).stream()
            .map(found -> enter(visit, found))
            .toList();
    if (!accepted.withheld().isEmpty()) {
      entered.forEach(result -> release.limit(result, accepted.withheld()));
    } else {
      entered.stream()
          .collect(Collectors.groupingBy(Result::taskId, TreeMap::new, Collectors.toList()))
          .forEach(this::publishUnlessReported);
    }
    view.run(() -> dues.renew(accepted.visitId()));
  }

  /** What no report has to precede is public with the leader's word (TZ-30, PDS-20). */
  private void publishUnlessReported(UUID taskId, List<Result> entered) {
    if (!rules.of(taskId).taskReport().value().required()) {
      release.publish(taskId, entered);
    }
  }

  private Result enter(Visit visit, Found found) {
    Result result = result(visit, found);
    results.add(result);
    leads.add(result.id(), result.authorityId(), found.leads());
    audit.record(
        "result-entered",
        result.number(),
        Map.of(
            "visit", visit.number(),
            "unit", visit.unitId(),
            "type", found.type(),
            "leads", found.leads().size()));
    return result;
  }

  @EventListener
  void on(TaskEnded ended) {
    Task task = tasks.getTask(ended.taskId());
    if (rules.of(task.id()).taskReport().value().required()) {
      addReport(task, ended.day());
    }
    view.run(() -> tasks.listVisits(task.id()).forEach(v -> dues.renew(v.id())));
  }

  private void addReport(Task task, LocalDate endedOn) {
    Dues when = reportDues.of(rules.of(task.id()), endedOn, null);
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
                endedOn),
            when,
            new Text(task.from() + " — " + endedOn, targets, task.title(), "", "")));
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
        found.departmentId(),
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
        "",
        null,
        "",
        null,
        1);
  }
}
