package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.TEAM;
import static cn.sunlot.tasking.store.jooq.Tables.TEAM_DRAW;
import static cn.sunlot.tasking.store.jooq.Tables.TEAM_MEMBER;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_MEMBER;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.FormedTeam;
import cn.sunlot.tasking.domain.TeamDraw;
import cn.sunlot.tasking.domain.TeamWay;
import cn.sunlot.tasking.domain.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Teams of many visits at once, teams formed before their visits, and which draw is for whom. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TeamStore {

  private static final int BATCH = 2_000;

  private final DSLContext database;

  TeamStore(DSLContext database) {
    this.database = database;
  }

  /** A visit with its team before a change. */
  public record Changed(Visit after, List<Member> before) {}

  private record Place(Visit visit, Member member) {}

  /** Saves state, day and team of many visits in a few statements. */
  public void save(Collection<Changed> visits, String source) {
    List<Changed> all = List.copyOf(visits);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Changed> some = all.subList(from, Math.min(from + BATCH, all.size()));
      if (update(some.stream().map(Changed::after).toList()) != some.size()) {
        throw Refused.because(KernelProblem.VERSION_CLASH, 0, 0);
      }
      List<Place> gone = new ArrayList<>();
      List<Place> come = new ArrayList<>();
      for (Changed one : some) {
        List<Member> team = one.after().members();
        one.before().stream()
            .filter(m -> !team.contains(m))
            .forEach(m -> gone.add(new Place(one.after(), m)));
        team.stream()
            .filter(m -> !one.before().contains(m))
            .forEach(m -> come.add(new Place(one.after(), m)));
      }
      remove(gone);
      add(come, source);
    }
  }

  private int update(List<Visit> visits) {
    return database.execute(
        """
        UPDATE tasking.visit v SET state = c.state, planned_on = c.day, version = v.version + 1
        FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::date[]) AS c (id, version, state, day)
        WHERE v.id = c.id AND v.version = c.version
        """,
        of(visits, Visit::id, UUID[]::new),
        of(visits, Visit::version, Integer[]::new),
        of(visits, v -> Lifecycle.wireName(v.state()), String[]::new),
        of(visits, Visit::plannedOn, LocalDate[]::new));
  }

  private void remove(List<Place> gone) {
    if (!gone.isEmpty()) {
      database.execute(
          """
          DELETE FROM tasking.visit_member m USING unnest(?::uuid[], ?::text[]) AS g (id, role)
          WHERE m.visit_id = g.id AND m.role = g.role
          """,
          of(gone, p -> p.visit().id(), UUID[]::new),
          of(gone, p -> p.member().role(), String[]::new));
    }
  }

  private void add(List<Place> come, String source) {
    if (!come.isEmpty()) {
      database.execute(
          """
          INSERT INTO tasking.visit_member
            (visit_id, role, authority_id, department_id, inspector_id, source)
          SELECT c.*, ?::text FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[]) AS c
          """,
          source,
          of(come, p -> p.visit().id(), UUID[]::new),
          of(come, p -> p.member().role(), String[]::new),
          of(come, p -> p.visit().authorityId(), UUID[]::new),
          of(come, p -> p.member().departmentId(), UUID[]::new),
          of(come, p -> p.member().inspectorId(), UUID[]::new));
    }
  }

  private static <T, R> R[] of(List<T> all, Function<T, ? extends R> cell, IntFunction<R[]> array) {
    return all.stream().map(cell).toArray(array);
  }

  /** How many visits of a period each inspector has, finished ones too. */
  public Map<UUID, Integer> countVisits(UUID authorityId, LocalDate from, LocalDate to) {
    return database
        .select(VISIT_MEMBER.INSPECTOR_ID, countDistinct(VISIT.ID))
        .from(VISIT_MEMBER)
        .join(VISIT)
        .on(VISIT.ID.eq(VISIT_MEMBER.VISIT_ID))
        .where(
            VISIT
                .AUTHORITY_ID
                .eq(authorityId)
                .and(VISIT.STATE.ne("dropped"))
                .and(VISIT.FROM_DAY.le(to))
                .and(VISIT.TO_DAY.ge(from)))
        .groupBy(VISIT_MEMBER.INSPECTOR_ID)
        .fetchMap(VISIT_MEMBER.INSPECTOR_ID, countDistinct(VISIT.ID));
  }

  public void add(TeamDraw draw) {
    database
        .insertInto(TEAM_DRAW)
        .set(TEAM_DRAW.DRAW_ID, draw.drawId())
        .set(TEAM_DRAW.TASK_ID, draw.taskId())
        .set(TEAM_DRAW.AUTHORITY_ID, draw.authorityId())
        .set(TEAM_DRAW.DEPARTMENT_ID, draw.departmentId())
        .set(TEAM_DRAW.WAY, Lifecycle.wireName(draw.way()))
        .set(TEAM_DRAW.STAGE, Lifecycle.wireName(draw.stage()))
        .set(TEAM_DRAW.BEGUN_AT, draw.begunAt())
        .execute();
  }

  /** Draws of inspectors for a task, the earliest first. */
  public List<TeamDraw> listDraws(UUID taskId) {
    return database
        .selectFrom(TEAM_DRAW)
        .where(TEAM_DRAW.TASK_ID.eq(taskId))
        .orderBy(TEAM_DRAW.BEGUN_AT, TEAM_DRAW.DRAW_ID)
        .fetch(
            r ->
                new TeamDraw(
                    r.getDrawId(),
                    r.getTaskId(),
                    r.getAuthorityId(),
                    r.getDepartmentId(),
                    Lifecycle.parse(TeamWay.class, r.getWay()),
                    Lifecycle.parse(TeamDraw.Stage.class, r.getStage()),
                    r.getBegunAt()));
  }

  /** Adds teams, without members yet. */
  public void add(List<FormedTeam> teams) {
    for (FormedTeam team : teams) {
      database
          .insertInto(TEAM)
          .set(TEAM.ID, team.id())
          .set(TEAM.TASK_ID, team.taskId())
          .set(TEAM.AUTHORITY_ID, team.authorityId())
          .set(TEAM.DEPARTMENT_ID, team.departmentId())
          .set(TEAM.NUMBER, team.number())
          .execute();
    }
  }

  /** Notes which draw filled a team, and with whom. */
  public void fill(UUID drawId, FormedTeam team) {
    database.update(TEAM).set(TEAM.DRAW_ID, drawId).where(TEAM.ID.eq(team.id())).execute();
    for (Member member : team.members()) {
      database
          .insertInto(TEAM_MEMBER)
          .set(TEAM_MEMBER.TEAM_ID, team.id())
          .set(TEAM_MEMBER.ROLE, member.role())
          .set(TEAM_MEMBER.AUTHORITY_ID, team.authorityId())
          .set(TEAM_MEMBER.DEPARTMENT_ID, member.departmentId())
          .set(TEAM_MEMBER.INSPECTOR_ID, member.inspectorId())
          .onConflictDoNothing()
          .execute();
    }
  }

  /** Teams of a task, by number. */
  public List<FormedTeam> listTeams(UUID taskId) {
    Field<List<Member>> members =
        multiset(
                select(TEAM_MEMBER.INSPECTOR_ID, TEAM_MEMBER.ROLE, TEAM_MEMBER.DEPARTMENT_ID)
                    .from(TEAM_MEMBER)
                    .where(TEAM_MEMBER.TEAM_ID.eq(TEAM.ID))
                    .orderBy(TEAM_MEMBER.ROLE))
            .convertFrom(r -> r.map(row -> new Member(row.value1(), row.value2(), row.value3())));
    return database
        .select(TEAM.asterisk(), members)
        .from(TEAM)
        .where(TEAM.TASK_ID.eq(taskId))
        .orderBy(TEAM.NUMBER)
        .fetch(
            r ->
                new FormedTeam(
                    r.get(TEAM.ID),
                    r.get(TEAM.TASK_ID),
                    r.get(TEAM.AUTHORITY_ID),
                    r.get(TEAM.DEPARTMENT_ID),
                    r.get(TEAM.NUMBER),
                    Optional.ofNullable(r.get(TEAM.DRAW_ID)),
                    r.get(members)));
  }
}
