package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.DRAW_LIVE;

import cn.sunlot.drawing.Draws.Draw;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws as they can be watched. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LiveRows {

  private final DSLContext database;

  LiveRows(DSLContext database) {
    this.database = database;
  }

  /** Puts what is shown now in place of what was; the version stays where it is the same. */
  public void replace(Draw draw, Owner owner, String document, Instant at) {
    JSONB shown = JSONB.valueOf(document);
    database
        .insertInto(DRAW_LIVE)
        .set(DRAW_LIVE.DRAW_ID, draw.id())
        .set(DRAW_LIVE.AUTHORITY_ID, draw.authorityId())
        .set(DRAW_LIVE.AUTHORITY, owner.authority())
        .set(DRAW_LIVE.BODY, owner.body())
        .set(DRAW_LIVE.TASK_ID, draw.taskId())
        .set(DRAW_LIVE.NUMBER, draw.number())
        .set(DRAW_LIVE.PURPOSE, draw.purpose())
        .set(DRAW_LIVE.STATE, draw.state())
        .set(DRAW_LIVE.DOCUMENT, shown)
        .set(DRAW_LIVE.VERSION, 1L)
        .set(DRAW_LIVE.UPDATED_AT, at)
        .onConflict(DRAW_LIVE.DRAW_ID)
        .doUpdate()
        .set(DRAW_LIVE.AUTHORITY, owner.authority())
        .set(DRAW_LIVE.BODY, owner.body())
        .set(DRAW_LIVE.STATE, draw.state())
        .set(DRAW_LIVE.DOCUMENT, shown)
        .set(DRAW_LIVE.VERSION, DRAW_LIVE.VERSION.plus(1))
        .set(DRAW_LIVE.UPDATED_AT, at)
        .where(DRAW_LIVE.DOCUMENT.ne(shown).or(DRAW_LIVE.BODY.ne(owner.body())))
        .execute();
  }
}
