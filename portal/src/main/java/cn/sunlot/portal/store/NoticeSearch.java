package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.NOTICE;

import cn.sunlot.portal.store.jooq.tables.records.NoticeRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notices of tasks. */
@Repository
@Transactional(readOnly = true)
public class NoticeSearch {

  private final DSLContext database;

  NoticeSearch(DSLContext database) {
    this.database = database;
  }

  /** Notices, newest first. */
  public Page<NoticeRecord> page(int number) {
    List<NoticeRecord> rows =
        database
            .selectFrom(NOTICE)
            .orderBy(NOTICE.DRAWN_AT.desc(), NOTICE.TASK_ID)
            .limit(Page.SIZE)
            .offset(Page.offset(number))
            .fetch();
    return new Page<>(rows, database.fetchCount(NOTICE), number);
  }

  public Optional<NoticeRecord> find(UUID taskId) {
    return database.selectFrom(NOTICE).where(NOTICE.TASK_ID.eq(taskId)).fetchOptional();
  }

  /** Tasks that carried out a plan, in the order of their numbers. */
  public List<NoticeRecord> listOfPlan(UUID planId) {
    return database
        .selectFrom(NOTICE)
        .where(NOTICE.PLAN_ID.eq(planId))
        .orderBy(NOTICE.NUMBER)
        .fetch();
  }
}
