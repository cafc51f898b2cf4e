package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ITEM;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_MEMBER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.sunlot.kernel.access.Scope;
import cn.sunlot.tasking.Tasks.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits on a calendar: by the day that is set for them, or by their period. */
@Component
@Transactional(readOnly = true)
public class ScheduleSearch {

  /** More than a screen shows; whoever has more narrows the time. */
  private static final int MOST = 1_000;

  private final DSLContext database;

  ScheduleSearch(DSLContext database) {
    this.database = database;
  }

  /** A visit on the calendar. */
  public record Row(
      UUID id,
      int version,
      String number,
      UUID targetId,
      String targetName,
      String regionCode,
      UUID departmentId,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate plannedOn,
      String state,
      List<Member> members) {}

  /**
   * Which visits; null does not narrow.
   *
   * @param own whether only the inspector's own are meant, of whatever department
   */
  public record Narrowed(
      LocalDate from,
      LocalDate to,
      @Nullable UUID inspectorId,
      @Nullable UUID taskId,
      boolean own) {}

  /** Visits with a team that may be under way in this time, what comes first at the top. */
  public List<Row> list(Scope scope, Narrowed narrowed) {
    Field<List<Member>> members =
        multiset(
                select(VISIT_MEMBER.INSPECTOR_ID, VISIT_MEMBER.ROLE, VISIT_MEMBER.DEPARTMENT_ID)
                    .from(VISIT_MEMBER)
                    .where(VISIT_MEMBER.VISIT_ID.eq(VISIT.ID))
                    .orderBy(VISIT_MEMBER.ROLE))
            .convertFrom(r -> r.map(row -> new Member(row.value1(), row.value2(), row.value3())));
    return database
        .select(VISIT.asterisk(), members)
        .from(VISIT)
        .where(condition(scope, narrowed))
        .orderBy(coalesce(VISIT.PLANNED_ON, VISIT.TO_DAY), VISIT.REGION_CODE, VISIT.NUMBER)
        .limit(MOST)
        .fetch(
            r ->
                new Row(
                    r.get(VISIT.ID),
                    r.get(VISIT.VERSION),
                    r.get(VISIT.NUMBER),
                    r.get(VISIT.TARGET_ID),
                    r.get(VISIT.TARGET_NAME),
                    r.get(VISIT.REGION_CODE),
                    r.get(VISIT.DEPARTMENT_ID),
                    r.get(VISIT.FROM_DAY),
                    r.get(VISIT.TO_DAY),
                    r.get(VISIT.PLANNED_ON),
                    r.get(VISIT.STATE),
                    r.get(members)));
  }

  private static Condition condition(Scope scope, Narrowed narrowed) {
    Condition part =
        scope
            .covers(VISIT.DEPARTMENT_ID)
            .or(
                exists(
                    selectOne()
                        .from(VISIT_ITEM)
                        .where(
                            VISIT_ITEM
                                .VISIT_ID
                                .eq(VISIT.ID)
                                .and(scope.covers(VISIT_ITEM.DEPARTMENT_ID)))));
    Condition time =
        coalesce(VISIT.PLANNED_ON, VISIT.FROM_DAY)
            .le(narrowed.to())
            .and(coalesce(VISIT.PLANNED_ON, VISIT.TO_DAY).ge(narrowed.from()));
    UUID inspector = narrowed.inspectorId();
    UUID task = narrowed.taskId();
    return VISIT
        .STATE
        .in("staffed", "dispatched", "finished")
        .and(time)
        .and(narrowed.own() ? noCondition() : part)
        .and(
            inspector == null
                ? noCondition()
                : exists(
                    selectOne()
                        .from(VISIT_MEMBER)
                        .where(
                            VISIT_MEMBER
                                .VISIT_ID
                                .eq(VISIT.ID)
                                .and(VISIT_MEMBER.INSPECTOR_ID.eq(inspector)))))
        .and(
            task == null
                ? noCondition()
                : exists(
                    selectOne()
                        .from(VISIT_ITEM)
                        .where(VISIT_ITEM.VISIT_ID.eq(VISIT.ID).and(VISIT_ITEM.TASK_ID.eq(task)))));
  }
}
