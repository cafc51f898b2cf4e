package cn.sunlot.intake.store;

import static cn.sunlot.intake.store.jooq.Tables.MESSAGE;

import cn.sunlot.intake.Collector.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent in. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MessageStore {

  private static final JSONB NOTHING = JSONB.jsonb("{}");

  private final DSLContext database;

  MessageStore(DSLContext database) {
    this.database = database;
  }

  /** Messages that wait, the oldest first. */
  public List<Long> listWaiting(String purpose) {
    return database
        .select(MESSAGE.ID)
        .from(MESSAGE)
        .where(MESSAGE.PURPOSE.eq(purpose).and(MESSAGE.OUTCOME.isNull()))
        .orderBy(MESSAGE.ID)
        .fetch(MESSAGE.ID);
  }

  /** The message, locked, if it still waits and nobody else has it. */
  public Optional<Message> find(long id) {
    return database
        .selectFrom(MESSAGE)
        .where(MESSAGE.ID.eq(id).and(MESSAGE.OUTCOME.isNull()))
        .forUpdate()
        .skipLocked()
        .fetchOptional(
            m ->
                new Message(
                    m.getId(), m.getSubject(), m.getKind(), m.getPart(), m.getContent().data()));
  }

  /** Marks it; what was in it is where it belongs now, or was refused. */
  public void end(long id, String outcome, boolean keep, Instant at) {
    var end = database.update(MESSAGE).set(MESSAGE.OUTCOME, outcome).set(MESSAGE.ENDED_AT, at);
    (keep ? end : end.set(MESSAGE.CONTENT, NOTHING)).where(MESSAGE.ID.eq(id)).execute();
  }
}
