package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ITEM;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_MEMBER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.Tasks.VisitItem;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.jooq.tables.records.VisitRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

  private final DSLContext database;

  VisitStore(DSLContext database) {
    this.database = database;
  }

  VisitRecord row(Visit visit) {
    VisitRecord row = database.newRecord(VISIT);
    row.setId(visit.id());
    row.setNumber(visit.number());
    row.setAuthorityId(visit.authorityId());
    row.setDepartmentId(visit.departmentId());
    row.setTargetId(visit.targetId());
    row.setUnitId(visit.terms().unitId());
    row.setTargetName(visit.targetName());
    row.setRegionCode(visit.regionCode());
    row.setFromDay(visit.from());
    row.setToDay(visit.to());
    row.setProfileId(visit.profileId());
    row.setProfileVersion(visit.profileVersion());
    row.setState(Lifecycle.wireName(visit.state()));
    row.setVersion(visit.version());
    return row;
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
    Condition these = VISIT.ID.eq(any(ids.stream().sorted().toArray(UUID[]::new)));
    database.select(VISIT.ID).from(VISIT).where(these).orderBy(VISIT.ID).forUpdate().fetch();
    return fetch(these);
  }

  public List<Visit> listOfTask(UUID taskId) {
    return fetch(
        VISIT.ID.in(
            select(VISIT_ITEM.VISIT_ID).from(VISIT_ITEM).where(VISIT_ITEM.TASK_ID.eq(taskId))));
  }

  /** Whether visits of a task are neither over nor dropped. */
  public boolean hasOpen(UUID taskId) {
    return database.fetchExists(
        VISIT,
        VISIT
            .STATE
            .in(OPEN)
            .and(
                VISIT.ID.in(
                    select(VISIT_ITEM.VISIT_ID)
                        .from(VISIT_ITEM)
                        .where(VISIT_ITEM.TASK_ID.eq(taskId)))));
  }

  /** The day of the latest visit of a task that is over, whichever was entered last. */
  public Optional<LocalDate> findLastDay(UUID taskId) {
    return database
        .select(max(VISIT.FINISHED_ON))
        .from(VISIT)
        .where(
            VISIT.ID.in(
                select(VISIT_ITEM.VISIT_ID).from(VISIT_ITEM).where(VISIT_ITEM.TASK_ID.eq(taskId))))
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
   * Unfinished visits of targets in a period, which another task's items may join; others wait with
   * them until this transaction ends.
   */
  public List<Visit> lockOpen(
      UUID authorityId, Collection<UUID> targetIds, LocalDate from, LocalDate to) {
    List<UUID> open =
        database
            .select(VISIT.ID)
            .from(VISIT)
            .where(
                VISIT
                    .AUTHORITY_ID
                    .eq(authorityId)
                    .and(VISIT.TARGET_ID.eq(any(targetIds.toArray(UUID[]::new))))
                    .and(VISIT.STATE.in(OPEN))
                    .and(VISIT.FROM_DAY.le(to))
                    .and(VISIT.TO_DAY.ge(from)))
            .orderBy(VISIT.ID)
            .forUpdate()
            .fetch(VISIT.ID);
    return fetch(VISIT.ID.eq(any(open.toArray(UUID[]::new))));
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
  public java.util.Map<UUID, String> listOfOthers(
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
