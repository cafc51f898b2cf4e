package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.store.TeamStore;
import cn.sunlot.tasking.store.TeamStore.Changed;
import cn.sunlot.tasking.store.VisitStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names one of the drawn inspectors as team leader (SX-4.2); where the leader comes from the
 * department that leads, nobody else is named (TZ-21, PDS-17).
 */
@Component
@Transactional
public class AppointLeader {

  private final VisitStore visits;
  private final TeamStore teams;
  private final TeamNeeds needs;
  private final Standing standing;
  private final Registry registry;
  private final AuditLog audit;

  AppointLeader(
      VisitStore visits,
      TeamStore teams,
      TeamNeeds needs,
      Standing standing,
      Registry registry,
      AuditLog audit) {
    this.visits = visits;
    this.teams = teams;
    this.needs = needs;
    this.standing = standing;
    this.registry = registry;
    this.audit = audit;
  }

  public void run(UUID visitId, IfMatch seen, UUID inspectorId) {
    Visit visit = visits.lock(visitId);
    standing.demandPart(visit);
    seen.check(visit.version());
    var edge = VisitLifecycle.TABLE.take(visit.state(), VisitCommand.APPOINT_LEADER);
    TeamNeeds.Book book = needs.of(visit.authorityId());
    Profile profile = book.profile(visit);
    if (!standing.arranges(visit)) {
      throw Refused.because(TaskingProblem.LEADER_ARRANGES).by(profile.team().clauses());
    }
    Member next =
        visit.members().stream()
            .filter(m -> m.inspectorId().equals(inspectorId))
            .findFirst()
            .orElseThrow(
                () -> Refused.because(TaskingProblem.NOT_A_MEMBER).by(profile.team().clauses()));
    String name = registry.getInspector(inspectorId).name();
    if (profile.team().value().leaderFrom() != null
        && !next.departmentId().equals(visit.departmentId())) {
      throw Refused.because(
              TaskingProblem.LEADER_FROM_LEAD, name, book.bodies().name(visit.departmentId()))
          .by(profile.team().clauses());
    }
    List<Member> team = exchanged(visit.members(), next);
    Visit led = visit.staffed(edge.to(), team);
    teams.save(List.of(new Changed(led, visit.members())), "draw");
    audit.record(edge.entryType(), visit.number(), Map.of("leader", inspectorId.toString()));
  }

  /** The two exchange their roles; each stays of the department they were drawn for. */
  private static List<Member> exchanged(List<Member> members, Member next) {
    List<Member> team = new ArrayList<>();
    for (Member one : members) {
      String role =
          one.equals(next)
              ? Seat.LEADER
              : one.role().equals(Seat.LEADER) ? next.role() : one.role();
      team.add(new Member(one.inspectorId(), role, one.departmentId()));
    }
    team.sort(Comparator.comparing(Member::role));
    return team;
  }
}
