package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.TASK;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ITEM;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_TASK;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.access.Scope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far each department has come with a task, and what merging has saved. */
@Component
@Transactional(readOnly = true)
public class TogetherSearch {

  /**
   * A department's part of a task.
   *
   * @param visits in which it checks something of the task
   * @param late those of them whose last day has passed
   */
  public record Progress(
      UUID departmentId, int visits, int staffed, int dispatched, int finished, int late) {}

  /**
   * What merging has saved (TZ-20).
   *
   * @param merged visits in which several tasks meet
   * @param saved visits that there would have been besides
   */
  public record Savings(int merged, int saved) {}

  private static final List<String> OVER = List.of("finished", "dropped");

  private final DSLContext database;

  TogetherSearch(DSLContext database) {
    this.database = database;
  }

  /** The departments that check something of a task, with how far they are. */
  public List<Progress> progress(UUID taskId, LocalDate today) {
    var late = VISIT.STATE.notIn(OVER).and(VISIT.TO_DAY.lt(today));
    return database
        .select(
            VISIT_ITEM.DEPARTMENT_ID,
            countDistinct(VISIT.ID),
            in("staffed"),
            in("dispatched"),
            in("finished"),
            countDistinct(VISIT.ID).filterWhere(late))
        .from(VISIT_ITEM)
        .join(VISIT)
        .on(VISIT.ID.eq(VISIT_ITEM.VISIT_ID))
        .where(VISIT_ITEM.TASK_ID.eq(taskId).and(VISIT.STATE.ne("dropped")))
        .groupBy(VISIT_ITEM.DEPARTMENT_ID)
        .orderBy(VISIT_ITEM.DEPARTMENT_ID)
        .fetch(
            r ->
                new Progress(
                    r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
  }

  private static org.jooq.Field<Integer> in(String state) {
    return countDistinct(VISIT.ID).filterWhere(VISIT.STATE.eq(state));
  }

  /** Of one task. */
  public Savings ofTask(UUID taskId) {
    return savings(VISIT_TASK.TASK_ID.eq(taskId), noCondition());
  }

  /** Of the tasks that carry out these plan lines. */
  public Savings ofLines(Scope scope, Collection<UUID> lineIds) {
    return savings(
        VISIT_TASK.TASK_ID.in(
            select(TASK.ID)
                .from(TASK)
                .where(
                    TASK.PLAN_LINE_ID.in(lineIds).and(TASK.AUTHORITY_ID.eq(scope.authorityId())))),
        noCondition());
  }

  /** Of a year, as far as the scope sees the visits. */
  public Savings ofYear(Scope scope, int year) {
    return savings(
        noCondition(),
        scope
            .covers(VISIT.DEPARTMENT_ID)
            .and(VISIT.FROM_DAY.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))));
  }

  private Savings savings(Condition tasks, Condition visits) {
    var meeting = VISIT_TASK.as("meeting");
    return database
        .select(countDistinct(meeting.VISIT_ID), count())
        .from(meeting)
        .join(VISIT)
        .on(VISIT.ID.eq(meeting.VISIT_ID))
        .where(meeting.LEADS.isFalse())
        .and(VISIT.STATE.ne("dropped"))
        .and(visits)
        .and(meeting.VISIT_ID.in(select(VISIT_TASK.VISIT_ID).from(VISIT_TASK).where(tasks)))
        .fetchSingle(r -> new Savings(r.value1(), r.value2()));
  }
}
