package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.TeamRoster;
import cn.sunlot.tasking.domain.TeamRoster.Demands;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.VisitStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Changes of a team that are no draw: swapping targets, and designation after a decision. */
@Component
class TeamChanges {

  private final VisitStore visits;
  private final Registry registry;
  private final Policies policies;
  private final AuditLog audit;

  TeamChanges(VisitStore visits, Registry registry, Policies policies, AuditLog audit) {
    this.visits = visits;
    this.registry = registry;
    this.policies = policies;
    this.audit = audit;
  }

  /**
   * Two inspectors take each other's visit, in each other's role; neither may have an interest in
   * the other's target.
   */
  void swap(Visit visit, StaffingChange change) {
    Visit other = visits.lock(Objects.requireNonNull(change.otherVisitId(), "visit to swap with"));
    UUID leaving = Objects.requireNonNull(change.leavingId(), "who leaves");
    Member incoming =
        other.members().stream()
            .filter(m -> m.role().equals(change.role()))
            .findFirst()
            .orElseThrow(
                () ->
                    Refused.because(TaskingProblem.NOT_A_MEMBER)
                        .by(new StaffingRules(profile(visit)).clauses(change.kind())));
    checkEligible(visit, incoming.inspectorId());
    checkEligible(other, leaving);
    place(visit, List.of(new Member(incoming.inspectorId(), change.role())), "swap");
    place(other, List.of(new Member(leaving, change.role())), "swap");
  }

  /** Puts designated inspectors into the empty places, or into the place of who leaves. */
  void designate(Visit visit, StaffingChange change, List<UUID> designated) {
    List<String> roles = new ArrayList<>();
    if (change.leavingId() != null) {
      roles.add(change.role());
    } else {
      roles.addAll(emptyRoles(visit));
    }
    if (designated.size() != roles.size()) {
      throw Refused.because(
              TaskingProblem.TEAM_INCOMPLETE,
              1,
              profile(visit).team().value().min(),
              visit.number())
          .by(profile(visit).team().clauses());
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      checkEligible(visit, designated.get(i));
      members.add(new Member(designated.get(i), roles.get(i)));
    }
    place(visit, members, "designation");
  }

  /** Places of a team that nobody fills. */
  List<String> emptyRoles(Visit visit) {
    List<String> roles = new ArrayList<>(TeamRoster.roles(profile(visit).team().value().min()));
    visit.members().forEach(m -> roles.remove(m.role()));
    return roles;
  }

  /** Takes a member out until somebody else is drawn. */
  void leave(Visit visit, UUID leaving) {
    List<Member> rest =
        visit.members().stream().filter(m -> !m.inspectorId().equals(leaving)).toList();
    var edge = VisitLifecycle.TABLE.take(visit.state(), VisitCommand.NOTE_TEAM_BROKEN);
    Visit broken = visit.staffed(edge.to(), rest);
    visits.save(broken);
    visits.saveTeam(broken, "draw");
    audit.record(edge.entryType(), visit.number(), Map.of("members", rest.size()));
  }

  private void place(Visit visit, List<Member> members, String source) {
    Visit changed = visit;
    for (Member member : members) {
      changed =
          changed.staffed(changed.state(), changed.teamWith(member.role(), member.inspectorId()));
    }
    VisitState next = VisitLifecycle.TABLE.take(visit.state(), VisitCommand.NOTE_TEAM).to();
    changed = changed.in(next);
    visits.save(changed);
    visits.saveTeam(changed, source);
    audit.record(
        VisitLifecycle.TABLE.take(visit.state(), VisitCommand.NOTE_TEAM).entryType(),
        visit.number(),
        Map.of("source", source, "members", changed.members().size()));
  }

  private void checkEligible(Visit visit, UUID inspectorId) {
    Inspector inspector = registry.getInspector(inspectorId);
    Set<UUID> interests =
        registry.interests(visit.authorityId()).getOrDefault(inspectorId, Set.of());
    Profile profile = profile(visit);
    Optional<String> bar =
        TeamRoster.bar(
            inspector, visit.from(), visit.to(), Demands.of(profile.inspectors().value()));
    String why =
        visit.hasMember(inspectorId)
            ? "already-in-team"
            : interests.contains(visit.targetId()) ? "interest" : bar.orElse("");
    if (!why.isEmpty()) {
      throw Refused.because(
              TaskingProblem.INSPECTOR_NOT_ELIGIBLE,
              inspector.name(),
              new DefaultMessageSourceResolvable("tasking.bar." + why))
          .by(profile.inspectors().clauses())
          .by(profile.recusal().clauses());
    }
  }

  private Profile profile(Visit visit) {
    return policies.getVersion(visit.profileId(), visit.profileVersion());
  }
}
