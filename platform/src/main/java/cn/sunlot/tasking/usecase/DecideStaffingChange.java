package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingCommand;
import cn.sunlot.tasking.domain.StaffingLifecycle;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.VisitStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on a request and carries it out: swap, designation, or an order for a new draw (ZB-10,
 * ZB-11).
 */
@Component
@Transactional
public class DecideStaffingChange {

  private static final String PRINCIPAL = "PRINCIPAL";

  private final StaffingStore store;
  private final VisitStore visits;
  private final TeamChanges teams;
  private final NewDraws draws;
  private final PlaceDraws places;
  private final Policies policies;
  private final Organisation organisation;
  private final AuditLog audit;
  private final WholeView whole;
  private final Clock clock;

  DecideStaffingChange(
      StaffingStore store,
      VisitStore visits,
      TeamChanges teams,
      NewDraws draws,
      PlaceDraws places,
      Policies policies,
      Organisation organisation,
      AuditLog audit,
      WholeView whole,
      Clock clock) {
    this.store = store;
    this.visits = visits;
    this.teams = teams;
    this.draws = draws;
    this.places = places;
    this.policies = policies;
    this.organisation = organisation;
    this.audit = audit;
    this.whole = whole;
    this.clock = clock;
  }

  /**
   * Approves.
   *
   * @param designated inspectors for the empty places, in their order, where the way is designation
   */
  public UUID approve(UUID changeId, IfMatch seen, String note, List<UUID> designated) {
    AtomicReference<UUID> visit = new AtomicReference<>();
    whole.run(() -> visit.set(approved(changeId, seen, note, designated)));
    return Objects.requireNonNull(visit.get(), "set by the work");
  }

  private UUID approved(UUID changeId, IfMatch seen, String note, List<UUID> designated) {
    StaffingChange change = store.lock(changeId);
    seen.check(change.version());
    var edge =
        StaffingLifecycle.TABLE.take(
            change.state(),
            change.way().isDrawn() ? StaffingCommand.APPROVE_DRAW : StaffingCommand.APPROVE);
    Visit visit = visits.lock(change.visitId());
    SignedIn person = mayDecide(change, visit);
    switch (change.way()) {
      case SWAP_TARGETS -> teams.swap(visit, change);
      case DESIGNATION -> teams.designate(visit, change, designated);
      case NEW_RANDOM_DRAW -> redraw(visit, change, person.personId());
      case CROSS_SECTION_DRAW, NEIGHBOUR_DRAW -> places.drawAcross(List.of(visit), change.way());
    }
    StaffingChange filled =
        designated.size() == 1 ? change.filledBy(change.state(), designated.get(0)) : change;
    decided(filled, edge, note, visit);
    return visit.id();
  }

  /** A request as it was seen. */
  public record Seen(UUID changeId, int version) {}

  /**
   * Approves requests that ask for the same kind of draw, so that one draw does for all of them
   * (ZB-10, TZ-21).
   *
   * @throws Refused if one of them asks for something else
   */
  public void approveTogether(List<Seen> requests, String note) {
    whole.run(() -> approvedTogether(requests, note));
  }

  private void approvedTogether(List<Seen> requests, String note) {
    List<StaffingChange> all = new ArrayList<>();
    List<Visit> drawn = new ArrayList<>();
    for (Seen seen : requests) {
      StaffingChange change = store.lock(seen.changeId());
      new IfMatch(seen.version()).check(change.version());
      Visit visit = visits.lock(change.visitId());
      mayDecide(change, visit);
      boolean across = change.way() == Way.CROSS_SECTION_DRAW || change.way() == Way.NEIGHBOUR_DRAW;
      if (!across || (!all.isEmpty() && change.way() != all.get(0).way())) {
        var rules =
            new StaffingRules(policies.getVersion(visit.profileId(), visit.profileVersion()));
        throw Refused.because(TaskingProblem.WAY_NOT_ALLOWED, Lifecycle.wireName(change.way()))
            .by(rules.clauses(change.kind()));
      }
      all.add(change);
      drawn.add(visit);
    }
    places.drawAcross(drawn, all.get(0).way());
    for (int i = 0; i < all.size(); i++) {
      var edge = StaffingLifecycle.TABLE.take(all.get(i).state(), StaffingCommand.APPROVE_DRAW);
      decided(all.get(i), edge, note, drawn.get(i));
    }
  }

  /** Refuses the request. */
  public UUID refuse(UUID changeId, IfMatch seen, String note) {
    AtomicReference<UUID> visit = new AtomicReference<>();
    whole.run(() -> visit.set(refused(changeId, seen, note)));
    return Objects.requireNonNull(visit.get(), "set by the work");
  }

  private UUID refused(UUID changeId, IfMatch seen, String note) {
    StaffingChange change = store.lock(changeId);
    seen.check(change.version());
    var edge = StaffingLifecycle.TABLE.take(change.state(), StaffingCommand.REFUSE);
    Visit visit = visits.get(change.visitId());
    mayDecide(change, visit);
    decided(change, edge, note, visit);
    return visit.id();
  }

  private void redraw(Visit visit, StaffingChange change, UUID approverId) {
    if (change.kind() == Kind.EXEMPTION) {
      draws.replaceTarget(visit, change, approverId);
    } else {
      draws.replaceInspector(visit, change, approverId);
    }
  }

  private void decided(
      StaffingChange change,
      Edge<StaffingChange.State, StaffingCommand> edge,
      String note,
      Visit visit) {
    store.save(change.decided(edge.to(), SignedIn.get().personId(), clock.instant(), note));
    audit.record(
        edge.entryType(),
        visit.number(),
        Map.of(
            "kind", Lifecycle.wireName(change.kind()),
            "way", Lifecycle.wireName(change.way()),
            "note", note));
  }

  /**
   * Nobody decides on their own request; a leader of the department that the rules name decides, or
   * its principal alone (TZ-23, PDS-16, ZB-10).
   */
  private SignedIn mayDecide(StaffingChange change, Visit visit) {
    SignedIn person = SignedIn.get();
    if (!mayDecide(change, person)) {
      var rules = new StaffingRules(policies.getVersion(visit.profileId(), visit.profileVersion()));
      throw Refused.because(
              TaskingProblem.DECISION_BY_OTHER,
              organisation.getDepartment(change.departmentId()).name(),
              change.principal() ? 1 : 0)
          .by(rules.clauses(change.kind()));
    }
    return person;
  }

  /** Whether this person may decide on it. */
  public static boolean mayDecide(StaffingChange change, SignedIn person) {
    return person.may(Permission.STAFFING_DECIDE)
        && !person.personId().equals(change.requestedBy())
        && person.handles(change.departmentId())
        && (!change.principal() || person.roles().contains(PRINCIPAL));
  }
}
