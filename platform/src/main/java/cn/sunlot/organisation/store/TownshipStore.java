package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.TOWNSHIP;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.domain.Township;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Towns and streets of an authority, also those whose code ended. */
@Repository
@Transactional
public class TownshipStore {

  private final DSLContext database;

  TownshipStore(DSLContext database) {
    this.database = database;
  }

  /** By code. */
  public List<Township> list(UUID authorityId) {
    return database
        .selectFrom(TOWNSHIP)
        .where(TOWNSHIP.AUTHORITY_ID.eq(authorityId))
        .orderBy(TOWNSHIP.CODE)
        .fetch(TownshipStore::township);
  }

  /**
   * One township, locked until the transaction ends.
   *
   * @throws Refused {@code NOT_FOUND} if there is none
   */
  public Township lock(UUID authorityId, String code) {
    return database
        .selectFrom(TOWNSHIP)
        .where(TOWNSHIP.AUTHORITY_ID.eq(authorityId), TOWNSHIP.CODE.eq(code))
        .forUpdate()
        .fetchOptional(TownshipStore::township)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, code));
  }

  /** False if the code is there already. */
  public boolean add(Township township, UUID authorityId) {
    return database
            .insertInto(TOWNSHIP)
            .set(TOWNSHIP.AUTHORITY_ID, authorityId)
            .set(TOWNSHIP.CODE, township.code())
            .set(TOWNSHIP.NAME, township.name())
            .set(TOWNSHIP.FROM_DAY, township.from())
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  public void save(Township township, UUID authorityId) {
    database
        .update(TOWNSHIP)
        .set(TOWNSHIP.NAME, township.name())
        .set(TOWNSHIP.UNTIL_DAY, township.until())
        .set(TOWNSHIP.SUCCESSOR, township.successor())
        .set(TOWNSHIP.VERSION, TOWNSHIP.VERSION.plus(1))
        .where(TOWNSHIP.AUTHORITY_ID.eq(authorityId), TOWNSHIP.CODE.eq(township.code()))
        .execute();
  }

  private static Township township(Record r) {
    return new Township(
        r.get(TOWNSHIP.CODE),
        r.get(TOWNSHIP.NAME),
        r.get(TOWNSHIP.FROM_DAY),
        r.get(TOWNSHIP.UNTIL_DAY),
        r.get(TOWNSHIP.SUCCESSOR),
        r.get(TOWNSHIP.VERSION));
  }
}
