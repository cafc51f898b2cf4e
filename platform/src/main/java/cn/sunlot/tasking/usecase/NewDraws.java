package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.Departure;
import cn.sunlot.drawing.Draws.DroppedTarget;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.InspectorRound;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotRef;
import cn.sunlot.drawing.Draws.TargetRound;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.Need;
import cn.sunlot.tasking.domain.Staff;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TeamRoster;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Orders for new draws after the first: a substitute target, a substitute inspector, a team from
 * all sections.
 */
@Component
class NewDraws {

  private final Draws draws;
  private final TaskStore tasks;
  private final VisitStore visits;
  private final TeamChanges teams;
  private final TeamNeeds needs;
  private final Rosters rosters;
  private final Policies policies;
  private final CurrentRegistries registries;
  private final AuditLog audit;

  NewDraws(
      Draws draws,
      TaskStore tasks,
      VisitStore visits,
      TeamChanges teams,
      TeamNeeds needs,
      Rosters rosters,
      Policies policies,
      CurrentRegistries registries,
      AuditLog audit) {
    this.draws = draws;
    this.tasks = tasks;
    this.visits = visits;
    this.teams = teams;
    this.needs = needs;
    this.rosters = rosters;
    this.policies = policies;
    this.registries = registries;
    this.audit = audit;
  }

  /**
   * The exempt target's visit is dropped; every task that hit it draws one more of the same stratum
   * (ZB-9).
   */
  void replaceTarget(Visit visit, StaffingChange change, UUID approverId) {
    for (UUID taskId : visit.taskIds()) {
      Drawn drawn = drawn(taskId, visit.targetId());
      draws.requestRound(
          drawn.drawId(),
          new TargetRound(
              Map.of(drawn.stratum(), 1),
              List.of(new DroppedTarget(visit.targetId(), "exempt")),
              change.statement(),
              approverId));
    }
    var edge = VisitLifecycle.TABLE.take(visit.state(), VisitCommand.DROP_AS_EXEMPT);
    Visit dropped = visit.dropped(edge.to(), change.statement());
    visits.save(dropped);
    visits.saveTeam(dropped, "draw");
    audit.record(edge.entryType(), visit.number(), Map.of("reason", "exempt"));
  }

  private record Drawn(UUID drawId, String stratum) {}

  /** Which draw of the task drew the target: the first, or one that followed it. */
  private Drawn drawn(UUID taskId, UUID targetId) {
    return draws.listTargetDraws(taskId).stream()
        .flatMap(
            d ->
                draws.listDrawnTargets(d.id()).stream()
                    .filter(t -> t.targetId().equals(targetId))
                    .map(t -> new Drawn(d.id(), t.stratum())))
        .findFirst()
        .orElseThrow();
  }

  /** The inspector leaves the team; the slot is drawn again (ZB-11). */
  void replaceInspector(Visit visit, StaffingChange change, UUID approverId) {
    UUID leaving = Objects.requireNonNull(change.leavingId(), "who leaves");
    UUID drawId = drawOf(visit, change);
    if (cameAsTeam(drawId, visit)) {
      Visit broken = teams.leave(visit, leaving);
      drawAgain(visit, broken);
      return;
    }
    // After a swap the draw still knows who was drawn for the slot; that is whose place is drawn
    // again.
    UUID holder =
        draws.listAssignments(drawId).stream()
            .filter(a -> a.visitId().equals(visit.id()) && a.role().equals(change.role()))
            .map(Assignment::inspectorId)
            .findFirst()
            .orElse(leaving);
    List<RecusedPair> recused =
        change.kind() == Kind.RECUSAL || !holder.equals(leaving)
            ? List.of(new RecusedPair(visit.id(), leaving))
            : List.of();
    draws.requestRound(
        drawId,
        new InspectorRound(
            List.of(new SlotRef(visit.id(), change.role())),
            List.of(new Departure(visit.id(), change.role(), holder, reasonCode(change))),
            recused,
            List.of(),
            change.statement(),
            approverId));
    teams.leave(visit, leaving);
  }

  /**
   * The empty places of a visit are drawn from all sections of the bureau, or together with the
   * same line of neighbouring counties (ZB-10, TZ-21).
   */
  void drawAcross(Visit visit, Way way) {
    TeamNeeds.Book book = needs.of(visit.authorityId());
    Profile profile = book.profile(visit);
    boolean training = new StaffingRules(profile).trainingFirst(way);
    List<Need> wanted = List.of(book.need(visit));
    if (way == Way.NEIGHBOUR_DRAW) {
      demandNeighbours(book, wanted, profile);
    }
    Staff staff =
        way == Way.NEIGHBOUR_DRAW
            ? rosters.withNeighbours(visit.authorityId(), profile, book.bodies(), wanted, training)
            : rosters.across(visit.authorityId(), profile, book.bodies(), wanted, training);
    TeamRoster roster = TeamRoster.of(wanted, staff);
    demandTraining(roster, wanted.get(0).seats().size(), training, profile);
    prepare(visit, profile, roster);
  }

  /** A place of a visit whose team came as a whole is drawn from its department's own people. */
  private void drawAgain(Visit visit, Visit broken) {
    TeamNeeds.Book book = needs.of(visit.authorityId());
    Profile profile = book.profile(visit);
    Need need = book.need(broken);
    // Who left stays away from this visit.
    List<Need> wanted =
        List.of(
            new Need(
                need.id(),
                need.number(),
                need.targetId(),
                need.from(),
                need.to(),
                need.region(),
                need.seats(),
                need.codes(),
                visit.members().stream().map(Member::inspectorId).collect(Collectors.toSet())));
    Staff staff = rosters.own(visit.authorityId(), profile, book.bodies(), wanted);
    prepare(visit, profile, TeamRoster.of(wanted, staff));
  }

  private void prepare(Visit visit, Profile profile, TeamRoster roster) {
    Task task = leadTask(visit);
    registries.demand(task.terms(), KeptRegistry.INSPECTORS);
    draws.prepareInspectors(
        new InspectorDrawOrder(
            visit.authorityId(),
            visit.departmentId(),
            task.id(),
            drawName(task, visit),
            new ProfileVersion(profile.id(), profile.version(), profile.hash()),
            roster.groups(),
            roster.slots(),
            roster.officers(),
            roster.recused(),
            roster.absent(),
            true));
  }

  /** The task's and the visit's number; from the second draw for the visit on with a count. */
  private String drawName(Task task, Visit visit) {
    String name = task.terms().number() + "/" + visit.number();
    long earlier =
        draws.listOfTask(task.id()).stream()
            .filter(d -> d.taskNumber().startsWith(name) && !d.state().equals("void"))
            .count();
    return earlier == 0 ? name : name + "." + (earlier + 1);
  }

  private static void demandNeighbours(TeamNeeds.Book book, List<Need> wanted, Profile profile) {
    boolean none =
        wanted.get(0).seats().stream()
            .allMatch(s -> book.bodies().neighbours(s.departmentId(), Set.of()).isEmpty());
    if (none) {
      throw Refused.because(TaskingProblem.NO_NEIGHBOURS).by(profile.inspectorShortage().clauses());
    }
  }

  /** People of other sections are trained before they are drawn (ZB-10). */
  private static void demandTraining(
      TeamRoster roster, int places, boolean training, Profile profile) {
    List<String> untrained =
        roster.absent().stream()
            .filter(a -> a.reason().equals("untrained"))
            .map(AbsentOfficer::name)
            .toList();
    Set<UUID> out =
        roster.recused().stream().map(RecusedPair::inspectorId).collect(Collectors.toSet());
    long able = roster.officers().stream().filter(o -> !out.contains(o.inspectorId())).count();
    if (training && able < places && !untrained.isEmpty()) {
      throw Refused.because(
              TaskingProblem.TRAINING_FIRST, untrained.size(), String.join("、", untrained))
          .by(profile.inspectorShortage().clauses());
    }
    if (able == 0) {
      throw Refused.because(TaskingProblem.NO_INSPECTORS, roster.absent().size())
          .by(profile.inspectorShortage().clauses());
    }
  }

  private boolean cameAsTeam(UUID drawId, Visit visit) {
    return draws.listAssignments(drawId).stream()
        .anyMatch(a -> a.visitId().equals(visit.id()) && a.role().equals(TeamOrders.TEAM_ROLE));
  }

  /** The draw that gave the visit its team, or the one that filled the place of who leaves. */
  private UUID drawOf(Visit visit, StaffingChange change) {
    return visit.taskIds().stream()
        .flatMap(id -> draws.listOfTask(id).stream())
        .filter(d -> d.purpose().equals("inspectors") && d.drawnAt() != null)
        .map(Draws.Draw::id)
        .filter(
            id ->
                draws.listAssignments(id).stream()
                    .anyMatch(
                        a ->
                            a.visitId().equals(visit.id())
                                && (a.role().equals(change.role())
                                    || a.role().equals(TeamOrders.TEAM_ROLE))))
        .reduce((earlier, later) -> later)
        .orElseThrow(
            () ->
                Refused.because(TaskingProblem.WAY_NOT_ALLOWED, "new-random-draw")
                    .by(
                        new StaffingRules(
                                policies.getVersion(visit.profileId(), visit.profileVersion()))
                            .clauses(change.kind())));
  }

  /** The task whose department leads the visit; where a list went down, the earliest. */
  private Task leadTask(Visit visit) {
    Comparator<Task> byLead =
        Comparator.comparing(t -> !t.terms().departmentId().equals(visit.departmentId()));
    return visit.taskIds().stream()
        .map(tasks::get)
        .min(byLead.thenComparing(t -> t.terms().createdAt()))
        .orElseThrow();
  }

  /** Codes are plain ASCII (draw.md section 3); a stated case stands in the statement. */
  private static String reasonCode(StaffingChange change) {
    if (change.kind() == Kind.RECUSAL) {
      return "recusal";
    }
    return change.reason().startsWith("other:") ? "other" : change.reason();
  }
}
