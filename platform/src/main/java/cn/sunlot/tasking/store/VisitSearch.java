package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.TASK;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ITEM;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_MEMBER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of visits for screens. */
@Component
@Transactional(readOnly = true)
public class VisitSearch {

  /** A row of the visit list. */
  public record VisitRow(
      UUID id,
      String number,
      UUID targetId,
      String unitId,
      String targetName,
      UUID departmentId,
      LocalDate from,
      LocalDate to,
      String state,
      int items) {}

  private final DSLContext database;

  VisitSearch(DSLContext database) {
    this.database = database;
  }

  /**
   * Which visits a list shows; null does not narrow.
   *
   * @param inspectorId only those whose team the inspector is in
   * @param targetId only those at this target, and at those merged into it
   * @param own whether they are the reader's own visits, of whatever department
   * @param departmentId only those that this department leads, or in which it checks an item
   * @param open only those that are not over
   */
  public record VisitFilter(
      @Nullable String q,
      @Nullable String state,
      @Nullable UUID taskId,
      @Nullable UUID inspectorId,
      @Nullable UUID targetId,
      @Nullable UUID departmentId,
      boolean own,
      boolean open) {

    private Condition condition(Scope scope, Collection<UUID> addressed) {
      Condition seen = own ? noCondition() : seen(scope, addressed);
      return seen.and(departmentId == null ? noCondition() : of(List.of(departmentId)))
          .and(inspectorId == null ? noCondition() : inTeam(inspectorId))
          .and(taskId == null ? noCondition() : ofTask(taskId))
          .and(targetId == null ? noCondition() : MergedTargets.at(VISIT.TARGET_ID, targetId))
          .and(state == null ? noCondition() : VISIT.STATE.eq(state))
          .and(open ? VISIT.STATE.notIn("finished", "dropped") : noCondition())
          .and(q == null ? noCondition() : found(q));
    }

    /** Led by one of these departments, or with an item that one of them checks. */
    private static Condition of(Collection<UUID> departments) {
      return VISIT
          .DEPARTMENT_ID
          .in(departments)
          .or(
              VISIT.ID.in(
                  select(VISIT_ITEM.VISIT_ID)
                      .from(VISIT_ITEM)
                      .where(VISIT_ITEM.DEPARTMENT_ID.in(departments))));
    }

    /** Who leads a task reads all its visits, wherever they went. */
    private static Condition seen(Scope scope, Collection<UUID> addressed) {
      return scope
          .covers(VISIT.DEPARTMENT_ID)
          .or(of(addressed))
          .or(
              VISIT.ID.in(
                  select(VISIT_ITEM.VISIT_ID)
                      .from(VISIT_ITEM)
                      .join(TASK)
                      .on(TASK.ID.eq(VISIT_ITEM.TASK_ID))
                      .where(scope.covers(TASK.DEPARTMENT_ID))));
    }

    private static Condition inTeam(UUID inspectorId) {
      return exists(
          selectOne()
              .from(VISIT_MEMBER)
              .where(
                  VISIT_MEMBER
                      .VISIT_ID
                      .eq(VISIT.ID)
                      .and(VISIT_MEMBER.INSPECTOR_ID.eq(inspectorId))));
    }

    private static Condition ofTask(UUID taskId) {
      return exists(
          selectOne()
              .from(VISIT_ITEM)
              .where(VISIT_ITEM.VISIT_ID.eq(VISIT.ID).and(VISIT_ITEM.TASK_ID.eq(taskId))));
    }

    private static Condition found(String q) {
      return VISIT
          .TARGET_NAME
          .contains(q)
          .or(VISIT.UNIT_ID.contains(q))
          .or(VISIT.NUMBER.contains(q));
    }
  }

  /**
   * Visits of the scope, or one's own, by date.
   *
   * @param addressed departments whose letters are read
   */
  public Page<VisitRow> page(
      Scope scope, Collection<UUID> addressed, VisitFilter filter, Page.Request request) {
    Condition condition = filter.condition(scope, addressed);
    List<VisitRow> rows =
        database
            .select(VISIT.asterisk(), items())
            .from(VISIT)
            .where(condition)
            .orderBy(VISIT.TO_DAY, VISIT.NUMBER)
            .limit(request.size())
            .offset(request.offset())
            .fetch(
                r ->
                    new VisitRow(
                        r.get(VISIT.ID),
                        r.get(VISIT.NUMBER),
                        r.get(VISIT.TARGET_ID),
                        r.get(VISIT.UNIT_ID),
                        r.get(VISIT.TARGET_NAME),
                        r.get(VISIT.DEPARTMENT_ID),
                        r.get(VISIT.FROM_DAY),
                        r.get(VISIT.TO_DAY),
                        r.get(VISIT.STATE),
                        r.get(items())));
    return Page.of(rows, database.fetchCount(VISIT, condition), request);
  }

  private static Field<Integer> items() {
    return field(selectCount().from(VISIT_ITEM).where(VISIT_ITEM.VISIT_ID.eq(VISIT.ID)))
        .as("items");
  }
}
