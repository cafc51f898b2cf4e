package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.DrawProgress;
import cn.sunlot.drawing.DrawProgress.Phase;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.SlotRef;
import cn.sunlot.drawing.InspectorsDrawn;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.FormedTeam;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Seats;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingCommand;
import cn.sunlot.tasking.domain.StaffingLifecycle;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TeamDraw;
import cn.sunlot.tasking.domain.TeamDraw.Stage;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.TeamStore;
import cn.sunlot.tasking.store.TeamStore.Changed;
import cn.sunlot.tasking.store.VisitStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final TeamStore teams;
  private final TeamNeeds needs;
  private final Draws draws;
  private final StaffingStore changes;
  private final AuditLog audit;
  private final WholeView whole;
  private final DrawProgress progress;

  TakeTeams(
      TaskStore tasks,
      VisitStore visits,
      TeamStore teams,
      TeamNeeds needs,
      Draws draws,
      StaffingStore changes,
      AuditLog audit,
      WholeView whole,
      DrawProgress progress) {
    this.tasks = tasks;
    this.visits = visits;
    this.teams = teams;
    this.needs = needs;
    this.draws = draws;
    this.changes = changes;
    this.audit = audit;
    this.whole = whole;
    this.progress = progress;
  }

  @EventListener
  void on(InspectorsDrawn drawn) {
    // A department that takes part draws places in visits that another one leads.
    whole.run(
        () -> {
          if (tasks.has(drawn.taskId())) {
            take(drawn);
          }
        });
  }

  private void take(InspectorsDrawn drawn) {
    progress.say(Phase.TEAMS);
    Task task = tasks.lock(drawn.taskId());
    List<TeamDraw> all = teams.listDraws(task.id());
    Optional<TeamDraw> begun = all.stream().filter(d -> isOf(d, drawn.drawId())).findFirst();
    Stage stage = begun.map(TeamDraw::stage).orElse(Stage.VISITS);
    switch (stage) {
      case VISITS -> assign(task, byVisit(drawn, Map.of()));
      case TEAMS -> fill(task, drawn);
      case TEAMS_TO_VISITS ->
          assign(
              task,
              byVisit(
                  drawn,
                  teams.listTeams(task.id()).stream()
                      .collect(Collectors.toMap(FormedTeam::id, FormedTeam::members))));
    }
    // Later rounds, and draws over all sections for single visits, leave the task where it is.
    if (!drawn.substitutes() && begun.isPresent()) {
      note(task, drawn, stage, all);
    }
  }

  private void note(Task task, InspectorsDrawn drawn, Stage stage, List<TeamDraw> all) {
    TaskCommand command =
        stage == Stage.TEAMS ? TaskCommand.NOTE_TEAMS_DRAWN : TaskCommand.NOTE_INSPECTORS_DRAWN;
    if (task.state() != TaskState.DRAWING_INSPECTORS && task.state() != TaskState.RUNNING) {
      // Another department's draw was void meanwhile, or its visits are over: nothing waits here.
      return;
    }
    Edge<TaskState, TaskCommand> edge = TaskLifecycle.TABLE.take(task.state(), command);
    boolean others =
        stage != Stage.TEAMS
            && all.stream().anyMatch(d -> !isOf(d, drawn.drawId()) && isOpen(d.drawId()));
    // The task waits for the departments that are still drawing.
    TaskState next = others ? task.state() : edge.to();
    boolean own = drawn.drawId().equals(task.progress().inspectorDrawId());
    tasks.save(own ? task.drawingInspectors(next, drawn.drawId()) : task.in(next));
    audit.record(
        edge.entryType(),
        task.terms().number(),
        Map.of(
            "assigned", drawn.assignments().size(),
            "unfilled", drawn.unfilled().stream().map(SlotRef::role).toList()));
  }

  private boolean isOpen(UUID drawId) {
    Draws.Draw draw = draws.getDraw(drawId);
    return draw.drawnAt() == null && !draw.state().equals("void");
  }

  /** Whether this is the draw that was begun, or replaces it because that one is void. */
  private boolean isOf(TeamDraw begun, UUID drawId) {
    @Nullable UUID id = drawId;
    while (id != null && !id.equals(begun.drawId())) {
      id = draws.getDraw(id).previousId();
    }
    return id != null;
  }

  /** Who was drawn for which visit; of a team, all its members. */
  private static Map<UUID, List<Assignment>> byVisit(
      InspectorsDrawn drawn, Map<UUID, List<Member>> formed) {
    Map<UUID, List<Assignment>> byVisit = new HashMap<>();
    for (Assignment one : drawn.assignments()) {
      List<Assignment> places = byVisit.computeIfAbsent(one.visitId(), k -> new ArrayList<>());
      List<Member> team = formed.get(one.inspectorId());
      if (team == null) {
        places.add(one);
      } else {
        team.forEach(m -> places.add(new Assignment(one.visitId(), m.role(), m.inspectorId())));
      }
    }
    return byVisit;
  }

  /** Teams that do not know yet where they go. */
  private void fill(Task task, InspectorsDrawn drawn) {
    Map<UUID, List<Assignment>> byTeam = byVisit(drawn, Map.of());
    for (FormedTeam team : teams.listTeams(task.id())) {
      List<Assignment> places = byTeam.get(team.id());
      if (places != null) {
        teams.fill(
            drawn.drawId(),
            team.with(
                places.stream()
                    .map(a -> new Member(a.inspectorId(), a.role(), team.departmentId()))
                    .toList()));
      }
    }
  }

  private void assign(Task task, Map<UUID, List<Assignment>> byVisit) {
    TeamNeeds.Book book = needs.of(task.terms().authorityId());
    Map<UUID, Boolean> running = new HashMap<>();
    Map<UUID, List<StaffingChange>> waiting =
        changes.listOpen(byVisit.keySet()).stream()
            .collect(Collectors.groupingBy(StaffingChange::visitId));
    List<Changed> changed = new ArrayList<>();
    List<AuditLog.Entry> entries = new ArrayList<>();
    for (Visit visit : visits.lockAll(byVisit.keySet())) {
      Visit staffed = visit;
      Seats seats = book.seats(visit);
      for (Assignment one : byVisit.getOrDefault(visit.id(), List.of())) {
        staffed = staffed.staffed(staffed.state(), staffed.teamWith(member(seats, staffed, one)));
      }
      // A team that is not full stays without a start: the visit shows what is missing and the
      // ways out (ZB-10).
      if (book.isFull(staffed)) {
        staffed = note(staffed, VisitCommand.NOTE_TEAM, entries);
        List<StaffingChange> asked = waiting.getOrDefault(visit.id(), List.of());
        if (staffed.state() == VisitState.STAFFED && isBroken(asked) && isRunning(visit, running)) {
          staffed = note(staffed, VisitCommand.NOTE_DISPATCHED, entries);
        }
        close(visit, asked, entries);
      }
      changed.add(new Changed(staffed, visit.members()));
    }
    teams.save(changed, "draw");
    audit.recordAll(entries);
  }

  /** Somebody in a place, for the department whose it is. */
  private static Member member(Seats seats, Visit visit, Assignment one) {
    UUID department =
        java.util.stream.Stream.concat(seats.empty(visit.members()).stream(), seats.all().stream())
            .filter(s -> s.role().equals(one.role()))
            .findFirst()
            .map(Seat::departmentId)
            .orElse(visit.departmentId());
    return new Member(one.inspectorId(), one.role(), department);
  }

  private static Visit note(Visit visit, VisitCommand command, List<AuditLog.Entry> entries) {
    Edge<VisitState, VisitCommand> edge = VisitLifecycle.TABLE.take(visit.state(), command);
    entries.add(
        new AuditLog.Entry(
            edge.entryType(), visit.number(), Map.of("members", visit.members().size())));
    return visit.in(edge.to());
  }

  /** Whether the visit's tasks were sent out before its team broke. */
  private boolean isRunning(Visit visit, Map<UUID, Boolean> known) {
    return visit.taskIds().stream()
        .anyMatch(id -> known.computeIfAbsent(id, k -> tasks.get(k).state() == TaskState.RUNNING));
  }

  /** Whether the place of somebody who left was drawn again. */
  private static boolean isBroken(List<StaffingChange> asked) {
    return asked.stream().anyMatch(c -> c.state() == StaffingChange.State.TO_BE_DRAWN);
  }

  private void close(Visit visit, List<StaffingChange> waiting, List<AuditLog.Entry> entries) {
    for (StaffingChange change : waiting) {
      if (change.state() == StaffingChange.State.TO_BE_DRAWN) {
        var edge = StaffingLifecycle.TABLE.take(change.state(), StaffingCommand.NOTE_DRAWN);
        changes.save(change.filledBy(edge.to(), null));
        entries.add(
            new AuditLog.Entry(
                edge.entryType(),
                visit.number(),
                Map.of("kind", Lifecycle.wireName(change.kind()))));
      }
    }
  }
}
