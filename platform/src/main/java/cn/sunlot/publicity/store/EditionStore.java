package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** By which edition of the copying rules the public rows were made. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class EditionStore {

  /** Everything copied; what hangs on a row goes with it. */
  private static final List<Table<?>> COPIES =
      List.of(ITEM, PLAN, NOTICE, DRAW, RESULT, INSPECTOR, LIST_ENTRY);

  private final DSLContext database;

  EditionStore(DSLContext database) {
    this.database = database;
  }

  /** The edition, or empty before the first rebuild. */
  public Optional<Integer> find() {
    return database.selectFrom(EDITION).fetchOptional(EDITION.NUMBER);
  }

  public void set(int number, Instant at) {
    database
        .insertInto(EDITION)
        .set(EDITION.NUMBER, number)
        .set(EDITION.REBUILT_AT, at)
        .onConflict(EDITION.ONE)
        .doUpdate()
        .set(EDITION.NUMBER, number)
        .set(EDITION.REBUILT_AT, at)
        .execute();
  }

  /** Takes away every copy. */
  public void clear() {
    COPIES.forEach(table -> database.deleteFrom(table).execute());
  }
}
