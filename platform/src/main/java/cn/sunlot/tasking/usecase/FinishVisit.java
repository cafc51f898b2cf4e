package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.tasking.TaskEnded;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that a visit is over; a task ends with its last visit, and its reports count from that day
 * (ZB-15).
 */
@Component
@Transactional
public class FinishVisit {

  private final TaskStore tasks;
  private final VisitStore visits;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final WholeView view;

  FinishVisit(
      TaskStore tasks,
      VisitStore visits,
      AuditLog audit,
      ApplicationEventPublisher events,
      WholeView view) {
    this.tasks = tasks;
    this.visits = visits;
    this.audit = audit;
    this.events = events;
    this.view = view;
  }

  /** Several departments' tasks may end with it, whoever's record was the last. */
  public void run(UUID visitId, LocalDate day) {
    view.run(() -> finish(visitId, day));
  }

  private void finish(UUID visitId, LocalDate day) {
    Visit visit = visits.lock(visitId);
    Edge<VisitState, VisitCommand> edge =
        VisitLifecycle.TABLE.take(visit.state(), VisitCommand.NOTE_FINISHED);
    visits.save(visit.finished(edge.to(), day));
    audit.record(edge.entryType(), visit.number(), Map.of("day", day.toString()));
    visit.taskIds().stream().sorted(Comparator.naturalOrder()).forEach(this::endIfLast);
  }

  /** A task ends on the day of its latest visit, though a record of an earlier one comes later. */
  private void endIfLast(UUID taskId) {
    Task task = tasks.lock(taskId);
    if (visits.hasOpen(taskId) || task.state() != TaskState.RUNNING) {
      return;
    }
    LocalDate day = visits.findLastDay(taskId).orElseThrow();
    Edge<TaskState, TaskCommand> edge =
        TaskLifecycle.TABLE.take(task.state(), TaskCommand.NOTE_ENDED);
    tasks.save(task.ended(edge.to(), day));
    audit.record(edge.entryType(), task.terms().number(), Map.of("day", day.toString()));
    events.publishEvent(new TaskEnded(taskId, day));
  }
}
