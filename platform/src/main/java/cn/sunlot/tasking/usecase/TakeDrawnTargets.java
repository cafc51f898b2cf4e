package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.DrawProgress;
import cn.sunlot.drawing.DrawProgress.Phase;
import cn.sunlot.drawing.DrawVoided;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.TargetsDrawn;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.tasking.TaskDrawn;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingCommand;
import cn.sunlot.tasking.domain.StaffingLifecycle;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import cn.sunlot.tasking.usecase.MakeVisits.Made;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns drawn targets into visits, in the transaction of the draw. A drawn list is never changed
 * here; a substitute round only adds (PDS-15).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeDrawnTargets {

  private final TaskStore tasks;
  private final MakeVisits visits;
  private final VisitPeriods periods;
  private final VisitStore all;
  private final StaffingStore changes;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final WholeView view;
  private final DrawProgress progress;

  TakeDrawnTargets(
      TaskStore tasks,
      MakeVisits visits,
      VisitPeriods periods,
      VisitStore all,
      StaffingStore changes,
      AuditLog audit,
      ApplicationEventPublisher events,
      WholeView view,
      DrawProgress progress) {
    this.tasks = tasks;
    this.visits = visits;
    this.periods = periods;
    this.all = all;
    this.changes = changes;
    this.audit = audit;
    this.events = events;
    this.view = view;
    this.progress = progress;
  }

  @EventListener
  void on(TargetsDrawn drawn) {
    if (!tasks.has(drawn.taskId())) {
      return;
    }
    // Visits of other departments, and of the counties, follow from the draw and not from its
    // person.
    view.run(() -> take(drawn));
  }

  private void take(TargetsDrawn drawn) {
    progress.say(Phase.VISITS);
    Task task = tasks.lock(drawn.taskId());
    List<UUID> ids = drawn.targets().stream().map(Draws.DrawnTarget::targetId).toList();
    Made made = visits.run(task, ids, periods.of(task, drawn.targets()));
    if (drawn.substitutes()) {
      closeExemptions(task);
    } else {
      // The draw that drew, which may be the successor of the one that the task began.
      note(
          task.drawingTargets(task.state(), drawn.drawId()),
          TaskCommand.NOTE_TARGETS_DRAWN,
          Map.of(
              "targets", ids.size(),
              "merged", made.merged(),
              "handedDown", made.parts().stream().filter(p -> !p.terms().isKept()).count(),
              "kept", made.parts().stream().filter(p -> p.terms().isKept()).count()));
      events.publishEvent(new TaskDrawn(task.id()));
    }
  }

  @EventListener
  void on(DrawVoided voided) {
    if (tasks.has(voided.taskId())) {
      view.run(() -> noteVoid(voided));
    }
  }

  private void noteVoid(DrawVoided voided) {
    Task task = tasks.lock(voided.taskId());
    if (voided.drawId().equals(task.progress().targetDrawId())
        && task.state() == TaskState.DRAWING_TARGETS) {
      note(task, TaskCommand.NOTE_TARGET_DRAW_VOID, Map.of("reason", voided.reason()));
    } else if (voided.drawId().equals(task.progress().inspectorDrawId())
        && (task.state() == TaskState.DRAWING_INSPECTORS || task.state() == TaskState.RUNNING)) {
      note(task, TaskCommand.NOTE_INSPECTOR_DRAW_VOID, Map.of("reason", voided.reason()));
    }
  }

  /** The substitutes for exempt targets are drawn. */
  private void closeExemptions(Task task) {
    Map<UUID, String> numbers = all.listNumbers(task.id());
    for (StaffingChange change : changes.listOpen(numbers.keySet())) {
      if (change.state() == StaffingChange.State.TO_BE_DRAWN
          && change.kind() == StaffingChange.Kind.EXEMPTION) {
        var edge = StaffingLifecycle.TABLE.take(change.state(), StaffingCommand.NOTE_DRAWN);
        changes.save(change.filledBy(edge.to(), null));
        String number = Objects.requireNonNull(numbers.get(change.visitId()));
        audit.record(edge.entryType(), number, Map.of("kind", "exemption"));
      }
    }
  }

  private void note(Task task, TaskCommand command, Map<String, ?> payload) {
    Edge<TaskState, TaskCommand> edge = TaskLifecycle.TABLE.take(task.state(), command);
    tasks.save(task.in(edge.to()));
    audit.record(edge.entryType(), task.terms().number(), payload);
  }
}
