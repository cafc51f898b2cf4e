package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ITEM;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_MEMBER;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.ManyIds;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.Tasks.VisitItem;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads and saves a visit with its items and team. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class VisitStore {

  private static final List<String> OPEN =
      List.of(
          Lifecycle.wireName(VisitState.DRAWN),
          Lifecycle.wireName(VisitState.STAFFED),
          Lifecycle.wireName(VisitState.DISPATCHED));

  /**
   * Target by target through their index, whatever the database thinks of a table that has just
   * grown a thousandfold: OFFSET 0 keeps it from another order, and from another index.
   */
  private static final String OPEN_AT =
      """
      SELECT v.id FROM (SELECT DISTINCT unnest(?::uuid[]) AS target_id OFFSET 0) t
      CROSS JOIN LATERAL (SELECT * FROM tasking.visit o WHERE o.target_id = t.target_id OFFSET 0) v
      WHERE v.authority_id = ? AND v.state = ANY (?::text[]) AND v.from_day <= ? AND v.to_day >= ?
      AND NOT EXISTS (SELECT FROM tasking.visit_item i JOIN tasking.task k ON k.id = i.task_id
        WHERE i.visit_id = v.id AND NOT k.joint)
      """;

  private final DSLContext database;

  VisitStore(DSLContext database) {
    this.database = database;
  }

  public Visit get(UUID id) {
    return fetch(VISIT.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The visit, with others waiting until this transaction ends. */
  public Visit lock(UUID id) {
    database.select(VISIT.ID).from(VISIT).where(VISIT.ID.eq(id)).forUpdate().fetch();
    return get(id);
  }

  /** These visits, with others waiting until this transaction ends; by date. */
  public List<Visit> lockAll(Collection<UUID> ids) {
    Condition these = ManyIds.contain(ids, VISIT.ID);
    database.select(VISIT.ID).from(VISIT).where(these).orderBy(VISIT.ID).forUpdate().fetch();
    return fetch(these);
  }

  public List<Visit> listOfTask(UUID taskId) {
    return fetch(ofTask(taskId));
  }

  /** Numbers of a task's visits, by id. */
  public Map<UUID, String> listNumbers(UUID taskId) {
    return list(taskId, VISIT.NUMBER);
  }

  /** Names of the targets of a task's visits, by the visit's id. */
  public Map<UUID, String> listTargetNames(UUID taskId) {
    return list(taskId, VISIT.TARGET_NAME);
  }

  private Map<UUID, String> list(UUID taskId, Field<String> field) {
    return database
        .select(VISIT.ID, field)
        .from(VISIT)
        .where(ofTask(taskId))
        .fetchMap(VISIT.ID, field);
  }

  public List<Visit> listOfTask(UUID taskId, VisitState state) {
    return fetch(ofTask(taskId, state));
  }

  /** Visits of a task in one state that one of these departments leads. */
  public List<Visit> listLed(UUID taskId, VisitState state, Set<UUID> departments) {
    return fetch(ofTask(taskId, state).and(VISIT.DEPARTMENT_ID.in(departments)));
  }

  /** Visits of a task in one state in which one of these departments checks something. */
  public List<Visit> listWithItemsOf(UUID taskId, VisitState state, Set<UUID> departments) {
    return fetch(
        ofTask(taskId, state)
            .and(
                VISIT.ID.in(
                    select(VISIT_ITEM.VISIT_ID)
                        .from(VISIT_ITEM)
                        .where(VISIT_ITEM.DEPARTMENT_ID.in(departments)))));
  }

  /** Whether visits of a task are in this state. */
  public boolean has(UUID taskId, VisitState state) {
    return database.fetchExists(VISIT, ofTask(taskId, state));
  }

  /** Targets whose visits for a task were dropped. */
  public Set<UUID> listDroppedTargets(UUID taskId) {
    return database
        .select(VISIT.TARGET_ID)
        .from(VISIT)
        .where(ofTask(taskId, VisitState.DROPPED))
        .fetchSet(VISIT.TARGET_ID);
  }

  private static Condition ofTask(UUID taskId, VisitState state) {
    return ofTask(taskId).and(VISIT.STATE.eq(Lifecycle.wireName(state)));
  }

  private static Condition ofTask(UUID taskId) {
    return VISIT.ID.in(
        select(VISIT_ITEM.VISIT_ID).from(VISIT_ITEM).where(VISIT_ITEM.TASK_ID.eq(taskId)));
  }

  /** Whether visits of a task are neither over nor dropped. */
  public boolean hasOpen(UUID taskId) {
    return database.fetchExists(VISIT, ofTask(taskId).and(VISIT.STATE.in(OPEN)));
  }

  /** The day of the latest visit of a task that is over, whichever was entered last. */
  public Optional<LocalDate> findLastDay(UUID taskId) {
    return database
        .select(max(VISIT.FINISHED_ON))
        .from(VISIT)
        .where(ofTask(taskId))
        .fetchOptional(0, LocalDate.class);
  }

  public List<Visit> listOfInspector(UUID inspectorId) {
    return fetch(
        VISIT.ID.in(
            select(VISIT_MEMBER.VISIT_ID)
                .from(VISIT_MEMBER)
                .where(VISIT_MEMBER.INSPECTOR_ID.eq(inspectorId))));
  }

  /**
   * Unfinished visits of targets in a period, which another task's items may join, so none of a
   * task that stays alone for a stated reason (ZB-12); others wait with them until this transaction
   * ends.
   */
  public List<Visit> lockOpen(
      UUID authorityId, Collection<UUID> targetIds, LocalDate from, LocalDate to) {
    List<UUID> open =
        database
            .fetch(
                OPEN_AT,
                targetIds.toArray(UUID[]::new),
                authorityId,
                OPEN.toArray(String[]::new),
                to,
                from)
            .getValues(0, UUID.class);
    // Whoever waited for one may find it begun or moved; its days are asked of it again.
    return lockAll(open).stream()
        .filter(v -> OPEN.contains(Lifecycle.wireName(v.state())))
        .filter(v -> !v.from().isAfter(to) && !v.to().isBefore(from))
        .toList();
  }

  /** The number of an unfinished visit at one of these targets, if there is one. */
  public Optional<String> findOpenAt(Collection<UUID> targetIds) {
    return database
        .select(VISIT.NUMBER)
        .from(VISIT)
        .where(VISIT.TARGET_ID.in(targetIds).and(VISIT.STATE.in(OPEN)))
        .orderBy(VISIT.NUMBER)
        .limit(1)
        .fetchOptional(VISIT.NUMBER);
  }

  /** Targets that other sections' unfinished visits have in a period, with the visit's number. */
  public Map<UUID, String> listOfOthers(
      UUID authorityId, UUID departmentId, LocalDate from, LocalDate to) {
    Field<UUID> target = MergedTargets.standingFor(VISIT.TARGET_ID);
    return database
        .select(target, VISIT.NUMBER)
        .from(VISIT)
        .leftJoin(MergedTargets.SURVIVORS)
        .on(MergedTargets.isOf(VISIT.TARGET_ID))
        .where(
            VISIT
                .AUTHORITY_ID
                .eq(authorityId)
                .and(VISIT.DEPARTMENT_ID.ne(departmentId))
                .and(VISIT.STATE.ne(Lifecycle.wireName(VisitState.DROPPED)))
                .and(VISIT.FROM_DAY.le(to))
                .and(VISIT.TO_DAY.ge(from)))
        .orderBy(VISIT.NUMBER.desc())
        .fetch()
        .intoMap(target, VISIT.NUMBER);
  }

  /** Saves state and dates; the team with {@link #saveTeam}. */
  public void save(Visit visit) {
    int changed =
        database
            .update(VISIT)
            .set(VISIT.STATE, Lifecycle.wireName(visit.state()))
            .set(VISIT.PLANNED_ON, visit.plannedOn())
            .set(VISIT.DROPPED_REASON, visit.progress().droppedReason())
            .set(VISIT.FINISHED_ON, visit.progress().finishedOn())
            .set(VISIT.VERSION, visit.version() + 1)
            .where(VISIT.ID.eq(visit.id()).and(VISIT.VERSION.eq(visit.version())))
            .execute();
    if (changed == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, visit.version(), get(visit.id()).version());
    }
  }

  /**
   * Replaces the team.
   *
   * @param source {@code draw}, {@code swap} or {@code designation}, for the members that are new
   */
  public void saveTeam(Visit visit, String source) {
    Set<Member> before = Set.copyOf(get(visit.id()).members());
    Set<Member> after = Set.copyOf(visit.members());
    for (Member gone : before) {
      if (!after.contains(gone)) {
        database
            .deleteFrom(VISIT_MEMBER)
            .where(VISIT_MEMBER.VISIT_ID.eq(visit.id()).and(VISIT_MEMBER.ROLE.eq(gone.role())))
            .execute();
      }
    }
    for (Member member : after) {
      if (!before.contains(member)) {
        database
            .insertInto(VISIT_MEMBER)
            .set(VISIT_MEMBER.VISIT_ID, visit.id())
            .set(VISIT_MEMBER.ROLE, member.role())
            .set(VISIT_MEMBER.AUTHORITY_ID, visit.authorityId())
            .set(VISIT_MEMBER.DEPARTMENT_ID, member.departmentId())
            .set(VISIT_MEMBER.INSPECTOR_ID, member.inspectorId())
            .set(VISIT_MEMBER.SOURCE, source)
            .execute();
      }
    }
  }

  private List<Visit> fetch(Condition condition) {
    Field<List<VisitItem>> items =
        multiset(
                select(VISIT_ITEM.TASK_ID, VISIT_ITEM.ITEM_VERSION_ID, VISIT_ITEM.DEPARTMENT_ID)
                    .from(VISIT_ITEM)
                    .where(VISIT_ITEM.VISIT_ID.eq(VISIT.ID))
                    .orderBy(VISIT_ITEM.TASK_ID, VISIT_ITEM.ITEM_VERSION_ID))
            .convertFrom(
                r -> r.map(row -> new VisitItem(row.value1(), row.value2(), row.value3())));
    Field<List<Member>> members =
        multiset(
                select(VISIT_MEMBER.INSPECTOR_ID, VISIT_MEMBER.ROLE, VISIT_MEMBER.DEPARTMENT_ID)
                    .from(VISIT_MEMBER)
                    .where(VISIT_MEMBER.VISIT_ID.eq(VISIT.ID))
                    .orderBy(VISIT_MEMBER.ROLE))
            .convertFrom(r -> r.map(row -> new Member(row.value1(), row.value2(), row.value3())));
    return database
        .select(VISIT.asterisk(), items, members)
        .from(VISIT)
        .where(condition)
        .orderBy(VISIT.FROM_DAY, VISIT.NUMBER)
        .fetch(
            r ->
                new Visit(
                    r.get(VISIT.ID),
                    new Visit.Terms(
                        r.get(VISIT.NUMBER),
                        r.get(VISIT.AUTHORITY_ID),
                        r.get(VISIT.DEPARTMENT_ID),
                        r.get(VISIT.TARGET_ID),
                        r.get(VISIT.UNIT_ID),
                        r.get(VISIT.TARGET_NAME),
                        r.get(VISIT.REGION_CODE),
                        r.get(VISIT.FROM_DAY),
                        r.get(VISIT.TO_DAY),
                        r.get(VISIT.PROFILE_ID),
                        r.get(VISIT.PROFILE_VERSION)),
                    new Visit.Progress(
                        Lifecycle.parse(VisitState.class, r.get(VISIT.STATE)),
                        r.get(VISIT.PLANNED_ON),
                        r.get(VISIT.DROPPED_REASON),
                        r.get(VISIT.FINISHED_ON),
                        r.get(items),
                        r.get(members)),
                    r.get(VISIT.VERSION)));
  }
}
