package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.NOTHING_PROPOSED;

import cn.sunlot.planning.domain.NothingProposed;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which departments had nothing to propose. It only grows. */
@Repository
@Transactional
public class NothingProposedStore {

  private final DSLContext database;

  NothingProposedStore(DSLContext database) {
    this.database = database;
  }

  /**
   * Keeps it.
   *
   * @return false if the department had said so before
   */
  public boolean add(NothingProposed one) {
    return database
            .insertInto(NOTHING_PROPOSED)
            .set(NOTHING_PROPOSED.AUTHORITY_ID, one.authorityId())
            .set(NOTHING_PROPOSED.DEPARTMENT_ID, one.departmentId())
            .set(NOTHING_PROPOSED.YEAR, one.year())
            .set(NOTHING_PROPOSED.NOTE, one.note())
            .set(NOTHING_PROPOSED.DECLARED_BY, one.personId())
            .set(NOTHING_PROPOSED.DECLARED_BY_NAME, one.personName())
            .set(NOTHING_PROPOSED.DECLARED_AT, one.at())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** All of a year. */
  public List<NothingProposed> list(UUID authorityId, int year) {
    return database
        .selectFrom(NOTHING_PROPOSED)
        .where(NOTHING_PROPOSED.AUTHORITY_ID.eq(authorityId).and(NOTHING_PROPOSED.YEAR.eq(year)))
        .orderBy(NOTHING_PROPOSED.DECLARED_AT)
        .fetch(
            r ->
                new NothingProposed(
                    r.getAuthorityId(),
                    r.getDepartmentId(),
                    r.getYear(),
                    r.getNote(),
                    r.getDeclaredBy(),
                    r.getDeclaredByName(),
                    r.getDeclaredAt()));
  }
}
