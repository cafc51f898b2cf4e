package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.Departure;
import cn.sunlot.drawing.Draws.DroppedTarget;
import cn.sunlot.drawing.Draws.InspectorRound;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotRef;
import cn.sunlot.drawing.Draws.TargetRound;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Policies;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Orders for new draws after the first: a substitute target, a substitute inspector. */
@Component
class NewDraws {

  private final Draws draws;
  private final TaskStore tasks;
  private final VisitStore visits;
  private final TeamChanges teams;
  private final PlaceDraws across;
  private final Policies policies;
  private final AuditLog audit;

  NewDraws(
      Draws draws,
      TaskStore tasks,
      VisitStore visits,
      TeamChanges teams,
      PlaceDraws across,
      Policies policies,
      AuditLog audit) {
    this.draws = draws;
    this.tasks = tasks;
    this.visits = visits;
    this.teams = teams;
    this.across = across;
    this.policies = policies;
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
      across.drawAgain(visit, teams.leave(visit, leaving));
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

  /** Codes are plain ASCII (draw.md section 3); a stated case stands in the statement. */
  private static String reasonCode(StaffingChange change) {
    if (change.kind() == Kind.RECUSAL) {
      return "recusal";
    }
    return change.reason().startsWith("other:") ? "other" : change.reason();
  }
}
