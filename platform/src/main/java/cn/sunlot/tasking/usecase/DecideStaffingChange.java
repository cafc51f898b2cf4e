package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
  private final Policies policies;
  private final AuditLog audit;
  private final Clock clock;

  DecideStaffingChange(
      StaffingStore store,
      VisitStore visits,
      TeamChanges teams,
      NewDraws draws,
      Policies policies,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.visits = visits;
    this.teams = teams;
    this.draws = draws;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Approves.
   *
   * @param designated inspectors for the empty places, in their order, where the way is designation
   */
  public UUID approve(UUID changeId, IfMatch seen, String note, List<UUID> designated) {
    StaffingChange change = store.lock(changeId);
    seen.check(change.version());
    boolean drawn = change.way() == Way.NEW_RANDOM_DRAW || change.way() == Way.CROSS_SECTION_DRAW;
    var edge =
        StaffingLifecycle.TABLE.take(
            change.state(), drawn ? StaffingCommand.APPROVE_DRAW : StaffingCommand.APPROVE);
    Visit visit = visits.lock(change.visitId());
    SignedIn person = mayDecide(change, visit);
    switch (change.way()) {
      case SWAP_TARGETS -> teams.swap(visit, change);
      case DESIGNATION -> teams.designate(visit, change, designated);
      case NEW_RANDOM_DRAW -> redraw(visit, change, person.personId());
      case CROSS_SECTION_DRAW -> draws.drawAcrossSections(visit);
    }
    decided(change, edge, note, visit);
    return visit.id();
  }

  /** Refuses the request. */
  public UUID refuse(UUID changeId, IfMatch seen, String note) {
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

  /** Nobody decides on their own request; where the rules say so, only the principal decides. */
  private SignedIn mayDecide(StaffingChange change, Visit visit) {
    SignedIn person = SignedIn.get();
    var rules = new StaffingRules(policies.getVersion(visit.profileId(), visit.profileVersion()));
    boolean own = person.personId().equals(change.requestedBy());
    if (own || (rules.principalDecides(change.kind()) && !person.roles().contains(PRINCIPAL))) {
      throw Refused.because(TaskingProblem.DECISION_BY_OTHER).by(rules.clauses(change.kind()));
    }
    return person;
  }
}
