package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.DRAW_LIVE;

import cn.sunlot.portal.store.jooq.tables.records.DrawLiveRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Draws as they can be watched. */
@Repository
@Transactional(readOnly = true)
public class LiveSearch {

  private static final int MOST = 20;

  /** States in which there is something to wait for. */
  private static final List<String> UNDER_WAY = List.of("prepared", "committed", "revealed");

  private final DSLContext database;

  LiveSearch(DSLContext database) {
    this.database = database;
  }

  public Optional<DrawLiveRecord> find(UUID drawId) {
    return database.selectFrom(DRAW_LIVE).where(DRAW_LIVE.DRAW_ID.eq(drawId)).fetchOptional();
  }

  /** The version alone, for whoever waits for a change. */
  public Optional<Long> findVersion(UUID drawId) {
    return database
        .select(DRAW_LIVE.VERSION)
        .from(DRAW_LIVE)
        .where(DRAW_LIVE.DRAW_ID.eq(drawId))
        .fetchOptional(DRAW_LIVE.VERSION);
  }

  /** Draws of a task, in the order of their numbers. */
  public List<DrawLiveRecord> listOfTask(UUID taskId) {
    return database
        .selectFrom(DRAW_LIVE)
        .where(DRAW_LIVE.TASK_ID.eq(taskId))
        .orderBy(DRAW_LIVE.NUMBER)
        .fetch();
  }

  /** The draw of the same task that is under way after this one. */
  public Optional<DrawLiveRecord> findNext(DrawLiveRecord draw) {
    return database
        .selectFrom(DRAW_LIVE)
        .where(DRAW_LIVE.TASK_ID.eq(draw.getTaskId()))
        // Ids grow with time; numbers are texts, and begin anew each year.
        .and(DRAW_LIVE.DRAW_ID.gt(draw.getDrawId()))
        .and(DRAW_LIVE.STATE.in(UNDER_WAY))
        .orderBy(DRAW_LIVE.DRAW_ID)
        .limit(1)
        .fetchOptional();
  }

  /** Draws that are under way, those that moved since first. */
  public List<DrawLiveRecord> listUnderWay(Instant since) {
    return database
        .selectFrom(DRAW_LIVE)
        .where(DRAW_LIVE.STATE.in(UNDER_WAY))
        .and(DRAW_LIVE.UPDATED_AT.ge(since))
        .orderBy(DRAW_LIVE.UPDATED_AT.desc(), DRAW_LIVE.DRAW_ID)
        .limit(MOST)
        .fetch();
  }
}
