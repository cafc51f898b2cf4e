package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.HAND_DOWN;
import static cn.sunlot.tasking.store.jooq.Tables.INVITATION;
import static cn.sunlot.tasking.store.jooq.Tables.POOL_LINE;
import static cn.sunlot.tasking.store.jooq.Tables.TASK;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ITEM;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.tasking.domain.PoolFacts.Group;
import cn.sunlot.tasking.domain.Treatment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of tasks and pools for screens. */
@Component
@Transactional(readOnly = true)
public class TaskSearch {

  /**
   * A row of the task list.
   *
   * @param departments how many departments check something
   */
  public record TaskRow(
      UUID id,
      String number,
      String title,
      String ground,
      UUID departmentId,
      LocalDate from,
      LocalDate to,
      String state,
      int departments,
      boolean handedDown,
      int visits,
      int finished) {}

  /**
   * A row of a pool.
   *
   * @param treatment as what it is drawn
   */
  public record PoolRow(
      UUID targetId,
      String unitId,
      String name,
      String riskClass,
      @OneOf(Treatment.class) String treatment,
      String stratum,
      @Nullable String excluded,
      String detail) {}

  /** A pool in numbers. */
  public record PoolNumbers(int size, Map<String, Integer> strata, Map<String, Integer> excluded) {}

  private final DSLContext database;
  private final PoolStore pools;

  TaskSearch(DSLContext database, PoolStore pools) {
    this.database = database;
    this.pools = pools;
  }

  /** Titles of tasks; one that the scope does not cover is left out. */
  public Map<UUID, String> titles(Scope scope, Collection<UUID> ids) {
    return database
        .select(TASK.ID, TASK.TITLE)
        .from(TASK)
        .where(scope.covers(TASK.DEPARTMENT_ID).and(TASK.ID.in(ids)))
        .fetchMap(TASK.ID, TASK.TITLE);
  }

  /**
   * Tasks of the scope, and those to which one of its departments is invited or whose list came
   * down to it; the newest first.
   *
   * @param addressed departments whose letters are read; none for the scope's own tasks only
   */
  public Page<TaskRow> page(
      Scope scope,
      Collection<UUID> addressed,
      @Nullable String q,
      @Nullable String state,
      Page.Request request) {
    Condition condition =
        seen(scope, addressed)
            .and(state == null ? noCondition() : TASK.STATE.eq(state))
            .and(q == null ? noCondition() : TASK.TITLE.contains(q).or(TASK.NUMBER.contains(q)));
    List<TaskRow> rows =
        database
            .select(
                TASK.ID,
                TASK.NUMBER,
                TASK.TITLE,
                TASK.GROUND,
                TASK.DEPARTMENT_ID,
                TASK.FROM_DAY,
                TASK.TO_DAY,
                TASK.STATE,
                TASK.ITEM_DEPARTMENT_IDS,
                TASK.HANDED_DOWN)
            .from(TASK)
            .where(condition)
            .orderBy(TASK.CREATED_AT.desc(), TASK.ID)
            .limit(request.size())
            .offset(request.offset())
            .fetch(this::row);
    return Page.of(rows, database.fetchCount(TASK, condition), request);
  }

  private TaskRow row(Record r) {
    Map<String, Integer> visits = visitStates(r.get(TASK.ID));
    return new TaskRow(
        r.get(TASK.ID),
        r.get(TASK.NUMBER),
        r.get(TASK.TITLE),
        r.get(TASK.GROUND),
        r.get(TASK.DEPARTMENT_ID),
        r.get(TASK.FROM_DAY),
        r.get(TASK.TO_DAY),
        r.get(TASK.STATE),
        Math.toIntExact(Stream.of(r.get(TASK.ITEM_DEPARTMENT_IDS)).distinct().count()),
        r.get(TASK.HANDED_DOWN),
        visits.values().stream().mapToInt(Integer::intValue).sum()
            - visits.getOrDefault("dropped", 0),
        visits.getOrDefault("finished", 0));
  }

  /** Tasks of which these departments have a part whose teams are not drawn yet. */
  public List<UUID> listWithoutTeams(Collection<UUID> departments) {
    return database
        .selectDistinct(VISIT_ITEM.TASK_ID)
        .from(VISIT_ITEM)
        .join(VISIT)
        .on(VISIT.ID.eq(VISIT_ITEM.VISIT_ID))
        .where(VISIT_ITEM.DEPARTMENT_ID.in(departments).and(VISIT.STATE.eq("drawn")))
        .orderBy(VISIT_ITEM.TASK_ID)
        .fetch(VISIT_ITEM.TASK_ID);
  }

  private static Condition seen(Scope scope, Collection<UUID> addressed) {
    Condition own = scope.covers(TASK.DEPARTMENT_ID);
    if (addressed.isEmpty()) {
      return own;
    }
    var invited =
        select(INVITATION.TASK_ID)
            .from(INVITATION)
            .where(INVITATION.DEPARTMENT_ID.in(addressed).and(INVITATION.STATE.ne("withdrawn")))
            .or(INVITATION.EXECUTING_ID.in(addressed));
    var below =
        select(HAND_DOWN.TASK_ID)
            .from(HAND_DOWN)
            .where(HAND_DOWN.DEPARTMENT_ID.in(addressed))
            .or(HAND_DOWN.EXECUTING_ID.in(addressed));
    return own.or(TASK.ID.in(invited)).or(TASK.ID.in(below));
  }

  /** How many visits of a task are in which state. */
  public Map<String, Integer> visitStates(UUID taskId) {
    return new TreeMap<>(
        database
            .select(VISIT.STATE, countDistinct(VISIT.ID))
            .from(VISIT)
            .join(VISIT_ITEM)
            .on(VISIT_ITEM.VISIT_ID.eq(VISIT.ID))
            .where(VISIT_ITEM.TASK_ID.eq(taskId))
            .groupBy(VISIT.STATE)
            .fetchMap(VISIT.STATE, countDistinct(VISIT.ID)));
  }

  /** The same of those visits in which one of these departments leads or checks an item. */
  public Map<String, Integer> visitStates(UUID taskId, Collection<UUID> departments) {
    return new TreeMap<>(
        database
            .select(VISIT.STATE, countDistinct(VISIT.ID))
            .from(VISIT)
            .join(VISIT_ITEM)
            .on(VISIT_ITEM.VISIT_ID.eq(VISIT.ID))
            .where(VISIT_ITEM.TASK_ID.eq(taskId))
            .and(VISIT.DEPARTMENT_ID.in(departments).or(VISIT_ITEM.DEPARTMENT_ID.in(departments)))
            .groupBy(VISIT.STATE)
            .fetchMap(VISIT.STATE, countDistinct(VISIT.ID)));
  }

  /** The pool of a task in numbers, as they were counted when it was prepared. */
  public PoolNumbers poolNumbers(UUID taskId) {
    return pools
        .findFacts(taskId)
        .map(
            facts ->
                new PoolNumbers(
                    facts.size(),
                    facts.groups().stream()
                        .collect(Collectors.toMap(Group::stratum, Group::members)),
                    facts.excluded()))
        .orElseGet(() -> countLines(taskId));
  }

  /** Of a pool from before its numbers were kept. */
  private PoolNumbers countLines(UUID taskId) {
    Map<String, Integer> strata = new TreeMap<>();
    Map<String, Integer> excluded = new TreeMap<>();
    database
        .select(POOL_LINE.STRATUM, POOL_LINE.EXCLUDED, count())
        .from(POOL_LINE)
        .where(POOL_LINE.TASK_ID.eq(taskId))
        .groupBy(POOL_LINE.STRATUM, POOL_LINE.EXCLUDED)
        .forEach(
            r -> {
              if (r.value2() == null) {
                strata.merge(r.value1(), r.value3(), Integer::sum);
              } else {
                excluded.merge(r.value2(), r.value3(), Integer::sum);
              }
            });
    int size =
        strata.values().stream().mapToInt(Integer::intValue).sum()
            + excluded.values().stream().mapToInt(Integer::intValue).sum();
    return new PoolNumbers(size, strata, excluded);
  }

  /**
   * Who is in a pool and who is out.
   *
   * @param excluded a reason code, {@code none} for those who can be drawn, or null for all
   */
  public Page<PoolRow> pagePool(
      UUID taskId,
      @Nullable String q,
      @Nullable String excluded,
      @Nullable String stratum,
      Page.Request request) {
    Condition condition =
        POOL_LINE
            .TASK_ID
            .eq(taskId)
            .and(stratum == null ? noCondition() : POOL_LINE.STRATUM.eq(stratum))
            .and(
                q == null
                    ? noCondition()
                    : POOL_LINE.NAME.contains(q).or(POOL_LINE.UNIT_ID.contains(q)))
            .and(reason(excluded));
    List<PoolRow> rows =
        database
            .selectFrom(POOL_LINE)
            .where(condition)
            .orderBy(POOL_LINE.EXCLUDED.asc().nullsLast(), POOL_LINE.UNIT_ID)
            .limit(request.size())
            .offset(request.offset())
            .fetch(
                r ->
                    new PoolRow(
                        r.getTargetId(),
                        r.getUnitId(),
                        r.getName(),
                        r.getRiskClass(),
                        r.getTreatment(),
                        r.getStratum(),
                        r.getExcluded(),
                        r.getDetail()));
    return Page.of(rows, database.fetchCount(POOL_LINE, condition), request);
  }

  /**
   * Those who are out for a reason, in groups.
   *
   * @param treatment as what they are drawn
   */
  public record OutGroup(String treatment, String riskClass, int members) {}

  /** How many of which class and treatment are out for a reason. */
  public List<OutGroup> countOut(UUID taskId, String reason) {
    return database
        .select(POOL_LINE.TREATMENT, POOL_LINE.RISK_CLASS, count())
        .from(POOL_LINE)
        .where(POOL_LINE.TASK_ID.eq(taskId).and(POOL_LINE.EXCLUDED.eq(reason)))
        .groupBy(POOL_LINE.TREATMENT, POOL_LINE.RISK_CLASS)
        .fetch(r -> new OutGroup(r.value1(), r.value2(), r.value3()));
  }

  private static Condition reason(@Nullable String excluded) {
    if (excluded == null) {
      return noCondition();
    }
    return excluded.equals("none") ? POOL_LINE.EXCLUDED.isNull() : POOL_LINE.EXCLUDED.eq(excluded);
  }
}
