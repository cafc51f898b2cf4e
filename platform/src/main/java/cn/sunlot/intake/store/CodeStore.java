package cn.sunlot.intake.store;

import static cn.sunlot.intake.store.jooq.Tables.CODE;

import cn.sunlot.intake.store.jooq.Routines;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Codes that were handed out; only their hashes. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class CodeStore {

  private final DSLContext database;

  CodeStore(DSLContext database) {
    this.database = database;
  }

  public void add(String purpose, UUID subject, String code, Instant at) {
    database
        .insertInto(CODE)
        .set(CODE.HASH, Routines.hashOf(DSL.val(code)))
        .set(CODE.PURPOSE, purpose)
        .set(CODE.SUBJECT, subject)
        .set(CODE.MADE_AT, at)
        .execute();
  }

  public void end(String purpose, UUID subject, Instant at) {
    database.update(CODE).set(CODE.ENDED_AT, at).where(open(purpose, subject)).execute();
  }

  public boolean has(String purpose, UUID subject) {
    return database.fetchExists(CODE, open(purpose, subject));
  }

  private static Condition open(String purpose, UUID subject) {
    return CODE.PURPOSE.eq(purpose).and(CODE.SUBJECT.eq(subject)).and(CODE.ENDED_AT.isNull());
  }
}
