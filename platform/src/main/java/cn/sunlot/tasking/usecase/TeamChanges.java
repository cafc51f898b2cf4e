package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.store.TeamStore;
import cn.sunlot.tasking.store.TeamStore.Changed;
import cn.sunlot.tasking.store.VisitStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Changes of a team that are no draw: swapping targets, and designation after a decision. */
@Component
class TeamChanges {

  private final VisitStore visits;
  private final TeamStore teams;
  private final TeamNeeds needs;
  private final Suitability suitability;
  private final AuditLog audit;

  TeamChanges(
      VisitStore visits,
      TeamStore teams,
      TeamNeeds needs,
      Suitability suitability,
      AuditLog audit) {
    this.visits = visits;
    this.teams = teams;
    this.needs = needs;
    this.suitability = suitability;
    this.audit = audit;
  }

  /**
   * Two inspectors of one department take each other's visit, in each other's role; neither may
   * have an interest in the other's target (TZ-24, ZB-11).
   */
  void swap(Visit visit, StaffingChange change) {
    Visit other = visits.lock(Objects.requireNonNull(change.otherVisitId(), "visit to swap with"));
    TeamNeeds.Book book = needs.of(visit.authorityId());
    Member leaving = member(book, visit, change);
    Member incoming =
        other.members().stream()
            .filter(m -> m.departmentId().equals(leaving.departmentId()))
            .filter(m -> m.role().equals(Seat.LEADER) == leaving.role().equals(Seat.LEADER))
            .findFirst()
            .orElseThrow(
                () ->
                    Refused.because(TaskingProblem.NOT_A_MEMBER)
                        .by(new StaffingRules(book.profile(visit)).clauses(change.kind())));
    suitability.demand(book, visit, seat(leaving), incoming.inspectorId(), true);
    suitability.demand(book, other, seat(incoming), leaving.inspectorId(), true);
    place(visit, List.of(with(leaving, incoming.inspectorId())), "swap");
    place(other, List.of(with(incoming, leaving.inspectorId())), "swap");
  }

  private static Seat seat(Member member) {
    return new Seat(member.role(), member.departmentId(), false);
  }

  private static Member with(Member place, UUID inspectorId) {
    return new Member(inspectorId, place.role(), place.departmentId());
  }

  private static Member member(TeamNeeds.Book book, Visit visit, StaffingChange change) {
    return visit.members().stream()
        .filter(m -> m.inspectorId().equals(change.leavingId()))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.because(TaskingProblem.NOT_A_MEMBER)
                    .by(new StaffingRules(book.profile(visit)).clauses(change.kind())));
  }

  /** Puts designated inspectors into the empty places, or into the place of who leaves. */
  void designate(Visit visit, StaffingChange change, List<UUID> designated) {
    TeamNeeds.Book book = needs.of(visit.authorityId());
    Profile profile = book.profile(visit);
    List<Seat> seats = new ArrayList<>();
    if (change.leavingId() != null) {
      seats.add(seat(member(book, visit, change)));
    } else {
      seats.addAll(book.seats(visit).empty(visit.members()));
    }
    if (designated.size() != seats.size()
        || designated.stream().distinct().count() != seats.size()) {
      throw Refused.because(
              TaskingProblem.TEAM_INCOMPLETE, 1, book.seats(visit).size(), visit.number())
          .by(profile.team().clauses());
    }
    // Where officers are too few, whoever is designated may come from another section.
    boolean ownOnly = change.kind() != Kind.SHORTAGE;
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < seats.size(); i++) {
      Inspector one = suitability.demand(book, visit, seats.get(i), designated.get(i), ownOnly);
      members.add(new Member(one.id(), seats.get(i).role(), seats.get(i).departmentId()));
    }
    place(visit, members, "designation");
  }

  /** Takes a member out until somebody else is drawn. */
  Visit leave(Visit visit, UUID leaving) {
    List<Member> rest =
        visit.members().stream().filter(m -> !m.inspectorId().equals(leaving)).toList();
    var edge = VisitLifecycle.TABLE.take(visit.state(), VisitCommand.NOTE_TEAM_BROKEN);
    Visit broken = visit.staffed(edge.to(), rest);
    teams.save(List.of(new Changed(broken, visit.members())), "draw");
    audit.record(edge.entryType(), visit.number(), Map.of("members", rest.size()));
    return broken;
  }

  private void place(Visit visit, List<Member> members, String source) {
    Visit changed = visit;
    for (Member member : members) {
      changed = changed.staffed(changed.state(), changed.teamWith(member));
    }
    var edge = VisitLifecycle.TABLE.take(visit.state(), VisitCommand.NOTE_TEAM);
    teams.save(List.of(new Changed(changed.in(edge.to()), visit.members())), source);
    audit.record(
        edge.entryType(),
        visit.number(),
        Map.of("source", source, "members", changed.members().size()));
  }
}
