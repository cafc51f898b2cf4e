package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.SlotRef;
import cn.sunlot.drawing.InspectorsDrawn;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.policy.Policies;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingCommand;
import cn.sunlot.tasking.domain.StaffingLifecycle;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives drawn inspectors to their visits, in the transaction of the draw. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeTeams {

  private final TaskStore tasks;
  private final VisitStore visits;
  private final Draws draws;
  private final Policies policies;
  private final StaffingStore changes;
  private final AuditLog audit;

  TakeTeams(
      TaskStore tasks,
      VisitStore visits,
      Draws draws,
      Policies policies,
      StaffingStore changes,
      AuditLog audit) {
    this.tasks = tasks;
    this.visits = visits;
    this.draws = draws;
    this.policies = policies;
    this.changes = changes;
    this.audit = audit;
  }

  @EventListener
  void on(InspectorsDrawn drawn) {
    if (!tasks.has(drawn.taskId())) {
      return;
    }
    Map<UUID, List<Assignment>> byVisit =
        drawn.assignments().stream()
            .collect(Collectors.groupingBy(Assignment::visitId, TreeMap::new, Collectors.toList()));
    byVisit.forEach(this::assign);
    Task task = tasks.lock(drawn.taskId());
    // Later rounds, and draws over all sections for single visits, leave the task where it is.
    if (!drawn.substitutes() && isOf(task, drawn.drawId())) {
      Edge<TaskState, TaskCommand> edge =
          TaskLifecycle.TABLE.take(task.state(), TaskCommand.NOTE_INSPECTORS_DRAWN);
      tasks.save(task.drawingInspectors(edge.to(), drawn.drawId()));
      audit.record(
          edge.entryType(),
          task.terms().number(),
          Map.of(
              "assigned", drawn.assignments().size(),
              "unfilled", drawn.unfilled().stream().map(SlotRef::role).toList()));
    }
  }

  /** Whether this is the draw that the task began, or replaces it because that one is void. */
  private boolean isOf(Task task, UUID drawId) {
    @Nullable UUID begun = task.progress().inspectorDrawId();
    @Nullable UUID id = drawId;
    while (id != null && !id.equals(begun)) {
      id = draws.getDraw(id).previousId();
    }
    return begun != null && begun.equals(id);
  }

  private void assign(UUID visitId, List<Assignment> assignments) {
    Visit visit = visits.lock(visitId);
    List<Member> team = visit.members();
    for (Assignment assignment : assignments) {
      team =
          visit.staffed(visit.state(), team).teamWith(assignment.role(), assignment.inspectorId());
    }
    int needed =
        policies.getVersion(visit.profileId(), visit.profileVersion()).team().value().min();
    // A team that is not full stays without a start: the visit shows what is missing and the ways
    // out (ZB-10).
    Visit staffed = visit.staffed(visit.state(), team);
    if (team.size() >= needed) {
      staffed = note(staffed, VisitCommand.NOTE_TEAM);
      if (staffed.state() == VisitState.STAFFED && isRunning(visit)) {
        staffed = note(staffed, VisitCommand.NOTE_DISPATCHED);
      }
      closeRequests(visit);
    }
    visits.save(staffed);
    visits.saveTeam(staffed, "draw");
  }

  private Visit note(Visit visit, VisitCommand command) {
    Edge<VisitState, VisitCommand> edge = VisitLifecycle.TABLE.take(visit.state(), command);
    audit.record(edge.entryType(), visit.number(), Map.of("members", visit.members().size()));
    return visit.in(edge.to());
  }

  /** Whether the visit's tasks were sent out before its team broke. */
  private boolean isRunning(Visit visit) {
    return visit.taskIds().stream().map(tasks::get).anyMatch(t -> t.state() == TaskState.RUNNING);
  }

  private void closeRequests(Visit visit) {
    for (StaffingChange change : changes.listToBeDrawn(visit.id())) {
      var edge = StaffingLifecycle.TABLE.take(change.state(), StaffingCommand.NOTE_DRAWN);
      changes.save(change.filledBy(edge.to(), null));
      audit.record(
          edge.entryType(), visit.number(), Map.of("kind", Lifecycle.wireName(change.kind())));
    }
  }
}
