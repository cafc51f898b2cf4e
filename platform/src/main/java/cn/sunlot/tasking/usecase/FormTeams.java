package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TeamDraw;
import cn.sunlot.tasking.domain.TeamDraw.Stage;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.TeamStore;
import cn.sunlot.tasking.usecase.TeamParts.Order;
import cn.sunlot.tasking.usecase.TeamParts.Part;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fixes the roster of inspectors for a task's visits and hands it to drawing (TZ-21, ZB-7, ZB-9).
 * Each department that takes part draws its own places, or the one that leads draws all.
 */
@Component
@Transactional
public class FormTeams {

  private final TaskStore tasks;
  private final Involvement involvement;
  private final TeamParts parts;
  private final TeamOrders orders;
  private final TeamStore teams;
  private final Draws draws;
  private final Policies policies;
  private final CurrentRegistries registries;
  private final AuditLog audit;
  private final WholeView whole;
  private final Clock clock;

  FormTeams(
      TaskStore tasks,
      Involvement involvement,
      TeamParts parts,
      TeamOrders orders,
      TeamStore teams,
      Draws draws,
      Policies policies,
      CurrentRegistries registries,
      AuditLog audit,
      WholeView whole,
      Clock clock) {
    this.tasks = tasks;
    this.involvement = involvement;
    this.parts = parts;
    this.orders = orders;
    this.teams = teams;
    this.draws = draws;
    this.policies = policies;
    this.registries = registries;
    this.audit = audit;
    this.whole = whole;
    this.clock = clock;
  }

  /**
   * Freezes the roster.
   *
   * @return the draw's id, or null where every visit has joined one that has its team already
   * @throws Refused if there is no inspector who could go
   */
  public @Nullable UUID run(UUID taskId, IfMatch seen, Order order) {
    AtomicReference<UUID> draw = new AtomicReference<>();
    // A department that takes part draws for visits that another one leads; whose places it fills
    // is asked of the visits themselves.
    whole.run(() -> form(taskId, seen, order, draw));
    return draw.get();
  }

  private void form(UUID taskId, IfMatch seen, Order order, AtomicReference<UUID> draw) {
    Task task = involvement.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge =
        TaskLifecycle.TABLE.take(task.state(), TaskCommand.FORM_TEAMS);
    Part part = parts.of(task, SignedIn.get(), order);
    if (part.isEmpty()) {
      passOver(task, edge, part);
      return;
    }
    registries.demand(task.terms(), KeptRegistry.INSPECTORS);
    UUID id = draws.prepareInspectors(orders.of(task, part, profile(task)));
    draw.set(id);
    teams.add(
        new TeamDraw(
            id,
            taskId,
            task.terms().authorityId(),
            part.departmentId(),
            part.way(),
            part.stage(),
            clock.instant()));
    boolean own = part.departmentId().equals(task.terms().departmentId());
    UUID first = task.progress().inspectorDrawId();
    tasks.save(own || first == null ? task.drawingInspectors(edge.to(), id) : task.in(edge.to()));
    audit.record(
        edge.entryType(),
        task.terms().number(),
        Map.of(
            "department", part.departmentId().toString(),
            "way", Lifecycle.wireName(part.way()),
            "stage", Lifecycle.wireName(part.stage()),
            "visits", part.visits(),
            "places", part.places()));
  }

  /** Nothing is left to draw for who acts. */
  private void passOver(Task task, Edge<TaskState, TaskCommand> edge, Part part) {
    if (task.state() == TaskState.RUNNING || task.state() == TaskState.DRAWING_INSPECTORS) {
      return;
    }
    if (part.stage() == Stage.VISITS && part.othersWait()) {
      throw Refused.because(TaskingProblem.NO_PLACES_OF_OWN, task.terms().number())
          .by(profile(task).inspectorDraw().clauses());
    }
    var done = TaskLifecycle.TABLE.take(edge.to(), TaskCommand.NOTE_INSPECTORS_DRAWN);
    tasks.save(task.in(done.to()));
    audit.record(edge.entryType(), task.terms().number(), Map.of("visits", 0));
    audit.record(done.entryType(), task.terms().number(), Map.of("visits", 0));
  }

  private Profile profile(Task task) {
    return policies.getVersion(task.terms().profileId(), task.terms().profileVersion());
  }
}
