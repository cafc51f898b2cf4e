package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.TeamRoster;
import cn.sunlot.tasking.domain.TeamRoster.Demands;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fixes the roster of inspectors for a task's visits and hands it to drawing (ZB-7, ZB-9). */
@Component
@Transactional
public class FormTeams {

  private final TaskStore tasks;
  private final VisitStore visits;
  private final Registry registry;
  private final Catalog catalog;
  private final Draws draws;
  private final Policies policies;
  private final CurrentRegistries registries;
  private final AuditLog audit;

  FormTeams(
      TaskStore tasks,
      VisitStore visits,
      Registry registry,
      Catalog catalog,
      Draws draws,
      Policies policies,
      CurrentRegistries registries,
      AuditLog audit) {
    this.tasks = tasks;
    this.visits = visits;
    this.registry = registry;
    this.catalog = catalog;
    this.draws = draws;
    this.policies = policies;
    this.registries = registries;
    this.audit = audit;
  }

  /**
   * Freezes the roster.
   *
   * @return the draw's id, or null where every visit has joined one that has its team already
   * @throws Refused if the section has no inspector who could go
   */
  public @Nullable UUID run(UUID taskId, IfMatch seen) {
    Task task = tasks.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge =
        TaskLifecycle.TABLE.take(task.state(), TaskCommand.FORM_TEAMS);
    List<Visit> without =
        visits.listOfTask(taskId).stream()
            .filter(
                v ->
                    v.state() == VisitState.DRAWN
                        && v.departmentId().equals(task.terms().departmentId()))
            .toList();
    if (without.isEmpty() && task.state() == TaskState.RUNNING) {
      return null;
    }
    if (without.isEmpty()) {
      var done = TaskLifecycle.TABLE.take(edge.to(), TaskCommand.NOTE_INSPECTORS_DRAWN);
      tasks.save(task.in(done.to()));
      audit.record(edge.entryType(), task.terms().number(), Map.of("visits", 0));
      audit.record(done.entryType(), task.terms().number(), Map.of("visits", 0));
      return null;
    }
    registries.demand(task.terms(), KeptRegistry.INSPECTORS);
    UUID drawId = draws.prepareInspectors(order(task, without));
    tasks.save(task.drawingInspectors(edge.to(), drawId));
    audit.record(edge.entryType(), task.terms().number(), Map.of("visits", without.size()));
    return drawId;
  }

  private InspectorDrawOrder order(Task task, List<Visit> without) {
    TaskTerms terms = task.terms();
    Profile profile = policies.getVersion(terms.profileId(), terms.profileVersion());
    List<Inspector> section =
        registry.listInspectors(terms.authorityId()).stream()
            .filter(i -> i.departmentId().equals(terms.departmentId()))
            .toList();
    TeamRoster roster =
        TeamRoster.of(
            without,
            section,
            registry.interests(terms.authorityId()),
            qualified(profile),
            profile.team().value().min(),
            Demands.of(profile.inspectors().value()));
    if (roster.officers().isEmpty()) {
      throw Refused.because(TaskingProblem.NO_INSPECTORS, section.size())
          .by(profile.inspectors().clauses());
    }
    return new InspectorDrawOrder(
        terms.authorityId(),
        terms.departmentId(),
        task.id(),
        drawName(task),
        new ProfileVersion(profile.id(), profile.version(), profile.hash()),
        roster.groups(),
        roster.slots(),
        roster.officers(),
        roster.recused(),
        roster.absent(),
        true);
  }

  /** The task's number; from the second draw of inspectors on with a count behind it. */
  private String drawName(Task task) {
    long earlier =
        draws.listOfTask(task.id()).stream()
            .filter(d -> d.purpose().equals("inspectors") && !d.state().equals("void"))
            .count();
    return earlier == 0 ? task.terms().number() : task.terms().number() + "/" + (earlier + 1);
  }

  /**
   * Where qualifications decide, an inspector is entered for an item of the visit (TZ-11), by its
   * code among items or qualifications.
   */
  private BiPredicate<Inspector, Visit> qualified(Profile profile) {
    if (!profile.inspectors().value().qualificationDecides()) {
      return (inspector, visit) -> true;
    }
    Map<UUID, String> codes = new HashMap<>();
    return (inspector, visit) ->
        visit.items().stream()
            .map(i -> codes.computeIfAbsent(i.itemVersionId(), id -> catalog.getItem(id).code()))
            .anyMatch(
                code ->
                    inspector.items().contains(code) || inspector.qualifications().contains(code));
  }
}
