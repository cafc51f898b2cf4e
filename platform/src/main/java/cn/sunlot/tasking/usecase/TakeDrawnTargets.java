package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Burden.Source;
import cn.sunlot.drawing.DrawVoided;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.TargetsDrawn;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.policy.Policies;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.tasking.TaskDrawn;
import cn.sunlot.tasking.Tasks.VisitItem;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingCommand;
import cn.sunlot.tasking.domain.StaffingLifecycle;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns drawn targets into visits, in the transaction of the draw: a target that another task
 * visits in the same period gets one visit with all items (ZB-12). A drawn list is never changed
 * here; a substitute round only adds.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeDrawnTargets {

  private final TaskStore tasks;
  private final VisitStore visits;
  private final StaffingStore changes;
  private final Registry registry;
  private final Burden burden;
  private final Policies policies;
  private final Numbers numbers;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TakeDrawnTargets(
      TaskStore tasks,
      VisitStore visits,
      StaffingStore changes,
      Registry registry,
      Burden burden,
      Policies policies,
      Numbers numbers,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tasks = tasks;
    this.visits = visits;
    this.changes = changes;
    this.registry = registry;
    this.burden = burden;
    this.policies = policies;
    this.numbers = numbers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void on(TargetsDrawn drawn) {
    if (!tasks.has(drawn.taskId())) {
      return;
    }
    Task task = tasks.lock(drawn.taskId());
    List<UUID> ids = drawn.targets().stream().map(Draws.DrawnTarget::targetId).toList();
    List<Mark> marks = new ArrayList<>();
    int merged = 0;
    for (Target target : registry.listTargets(ids)) {
      Optional<Visit> open = findToJoin(task.terms(), target.id());
      Visit visit = open.orElseGet(() -> newVisit(task, target));
      if (open.isPresent()) {
        visits.addItems(visit.id(), visit.authorityId(), items(task, visit.departmentId()));
        audit.record("visit-merged", visit.number(), Map.of("task", task.terms().number()));
        merged++;
      } else {
        visits.add(visit);
      }
      marks.add(
          new Mark(
              task.terms().authorityId(),
              target.id(),
              Set.copyOf(task.terms().itemIds()),
              task.terms().from(),
              Source.DRAW,
              visit.number()));
    }
    burden.record(marks);
    if (drawn.substitutes()) {
      closeExemptions(task);
    } else {
      // The draw that drew, which may be the successor of the one that the task began.
      note(
          task.drawingTargets(task.state(), drawn.drawId()),
          TaskCommand.NOTE_TARGETS_DRAWN,
          Map.of("targets", ids.size(), "merged", merged));
      events.publishEvent(new TaskDrawn(task.id()));
    }
  }

  @EventListener
  void on(DrawVoided voided) {
    if (!tasks.has(voided.taskId())) {
      return;
    }
    Task task = tasks.lock(voided.taskId());
    if (voided.drawId().equals(task.progress().targetDrawId())
        && task.state() == TaskState.DRAWING_TARGETS) {
      note(task, TaskCommand.NOTE_TARGET_DRAW_VOID, Map.of("reason", voided.reason()));
    } else if (voided.drawId().equals(task.progress().inspectorDrawId())
        && task.state() == TaskState.DRAWING_INSPECTORS) {
      note(task, TaskCommand.NOTE_INSPECTOR_DRAW_VOID, Map.of("reason", voided.reason()));
    }
  }

  /** The substitutes for exempt targets are drawn. */
  private void closeExemptions(Task task) {
    for (Visit visit : visits.listOfTask(task.id())) {
      for (StaffingChange change : changes.listToBeDrawn(visit.id())) {
        if (change.kind() == StaffingChange.Kind.EXEMPTION) {
          var edge = StaffingLifecycle.TABLE.take(change.state(), StaffingCommand.NOTE_DRAWN);
          changes.save(change.filledBy(edge.to(), null));
          audit.record(edge.entryType(), visit.number(), Map.of("kind", "exemption"));
        }
      }
    }
  }

  private Optional<Visit> findToJoin(TaskTerms terms, UUID targetId) {
    boolean merges =
        policies
            .getVersion(terms.profileId(), terms.profileVersion())
            .mergeSameTargetInSamePeriod()
            .value();
    return merges && terms.joint()
        ? visits
            .findOpen(terms.authorityId(), targetId, terms.from(), terms.to())
            .filter(v -> v.canTakeIn(terms.from(), terms.to()))
        : Optional.empty();
  }

  private Visit newVisit(Task task, Target target) {
    TaskTerms terms = task.terms();
    return Visit.drawn(
        Ids.next(),
        new Visit.Terms(
            numbers.next(terms.authorityId(), "V", LocalDate.now(clock).getYear()),
            terms.authorityId(),
            terms.departmentId(),
            target.id(),
            target.unitId(),
            target.name(),
            target.regionCode(),
            terms.from(),
            terms.to(),
            terms.profileId(),
            terms.profileVersion()),
        items(task, terms.departmentId()));
  }

  private static List<VisitItem> items(Task task, UUID departmentId) {
    return task.terms().itemVersionIds().stream()
        .map(item -> new VisitItem(task.id(), item, departmentId))
        .toList();
  }

  private void note(Task task, TaskCommand command, Map<String, ?> payload) {
    Edge<TaskState, TaskCommand> edge = TaskLifecycle.TABLE.take(task.state(), command);
    tasks.save(task.in(edge.to()));
    audit.record(edge.entryType(), task.terms().number(), payload);
  }
}
