package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.TASK;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.planning.LinesInUse;
import cn.sunlot.tasking.domain.TaskState;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tells planning which tasks rest on lines of plans. */
@Repository
@Transactional(readOnly = true)
class LinesOfTasks implements LinesInUse {

  private final DSLContext database;

  LinesOfTasks(DSLContext database) {
    this.database = database;
  }

  @Override
  public List<Use> listUnderWay(Collection<UUID> lineIds) {
    return database
        .selectFrom(TASK)
        .where(TASK.PLAN_LINE_ID.in(lineIds))
        .and(
            TASK.STATE.notIn(
                Lifecycle.wireName(TaskState.ENDED), Lifecycle.wireName(TaskState.ABANDONED)))
        .orderBy(TASK.NUMBER)
        .fetch(
            r ->
                new Use(
                    Objects.requireNonNull(r.getPlanLineId()),
                    r.getNumber(),
                    r.getFromDay(),
                    r.getToDay()));
  }
}
