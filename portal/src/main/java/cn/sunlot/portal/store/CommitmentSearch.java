package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.LOG_ENTRY;
import static cn.sunlot.portal.store.jooq.Tables.LOG_PAYLOAD;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the public log says of a draw's commitment and nonces. */
@Repository
@Transactional(readOnly = true)
public class CommitmentSearch {

  private final DSLContext database;

  CommitmentSearch(DSLContext database) {
    this.database = database;
  }

  /** Public payloads of one type about this draw, JSON, in the order of the log. */
  public List<String> listPayloads(String draw, String type) {
    return database
        .select(LOG_PAYLOAD.PAYLOAD)
        .from(LOG_ENTRY)
        .join(LOG_PAYLOAD)
        .on(LOG_PAYLOAD.SEQ.eq(LOG_ENTRY.SEQ))
        .where(LOG_ENTRY.REF.eq(draw).and(LOG_ENTRY.TYPE.eq(type)))
        .orderBy(LOG_ENTRY.SEQ)
        .fetch(row -> new String(row.value1(), StandardCharsets.UTF_8));
  }
}
