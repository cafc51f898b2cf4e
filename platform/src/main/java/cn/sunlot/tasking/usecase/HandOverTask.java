package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitBatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a task with its open visits to another section of the department, when whoever had it has
 * another post (TZ-4). What is over stays with the section that did it.
 */
@Component
@Transactional
public class HandOverTask {

  private final TaskStore tasks;
  private final VisitBatch visits;
  private final Organisation organisation;
  private final JointRules rules;
  private final WholeView view;
  private final AuditLog audit;

  HandOverTask(
      TaskStore tasks,
      VisitBatch visits,
      Organisation organisation,
      JointRules rules,
      WholeView view,
      AuditLog audit) {
    this.tasks = tasks;
    this.visits = visits;
    this.organisation = organisation;
    this.rules = rules;
    this.view = view;
    this.audit = audit;
  }

  public void run(UUID taskId, IfMatch seen, UUID departmentId, String reason) {
    Task task = tasks.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge =
        TaskLifecycle.TABLE.take(task.state(), TaskCommand.HAND_OVER);
    UUID former = task.terms().departmentId();
    Levels levels = new Levels(organisation.listDepartments(task.terms().authorityId()));
    if (levels.listBeside(former).stream().noneMatch(d -> d.id().equals(departmentId))) {
      throw Refused.because(TaskingProblem.HANDED_OVER_ELSEWHERE, levels.body(former).name());
    }
    if (reason.isBlank()) {
      throw Refused.because(TaskingProblem.STATEMENT_MISSING).by(rules.setUp(task.terms()));
    }
    // The one that takes over need not be one that the person acts for.
    view.run(
        () -> {
          tasks.saveDepartment(task, departmentId);
          tasks.save(task.in(edge.to()));
          visits.takeOver(taskId, former, departmentId);
        });
    audit.record(
        edge.entryType(),
        task.terms().number(),
        Map.of(
            "from", organisation.getDepartment(former).name(),
            "to", organisation.getDepartment(departmentId).name(),
            "reason", reason));
  }
}
