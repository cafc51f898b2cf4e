package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.DELEGATION;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.domain.Delegation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who stands in for whom. */
@Repository
@Transactional
public class DelegationStore {

  private final DSLContext database;

  DelegationStore(DSLContext database) {
    this.database = database;
  }

  public void add(Delegation delegation, UUID authorityId, UUID givenBy, Instant at) {
    database
        .insertInto(DELEGATION)
        .set(DELEGATION.ID, delegation.id())
        .set(DELEGATION.AUTHORITY_ID, authorityId)
        .set(DELEGATION.POST_ID, delegation.postId())
        .set(DELEGATION.PERSON_ID, delegation.personId())
        .set(DELEGATION.FROM_DAY, delegation.from())
        .set(DELEGATION.UNTIL_DAY, delegation.until())
        .set(DELEGATION.REASON, delegation.reason())
        .set(DELEGATION.GIVEN_BY, givenBy)
        .set(DELEGATION.GIVEN_AT, at)
        .execute();
  }

  /**
   * One delegation, locked until the transaction ends.
   *
   * @throws Refused {@code NOT_FOUND} if there is none
   */
  public Delegation lock(UUID id) {
    return database
        .selectFrom(DELEGATION)
        .where(DELEGATION.ID.eq(id))
        .forUpdate()
        .fetchOptional(DelegationStore::delegation)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public void end(UUID id, UUID by, Instant at) {
    database
        .update(DELEGATION)
        .set(DELEGATION.ENDED_AT, at)
        .set(DELEGATION.ENDED_BY, by)
        .where(DELEGATION.ID.eq(id), DELEGATION.ENDED_AT.isNull())
        .execute();
  }

  /** Those of a post that are in force on the day or will be, the nearest first. */
  public List<Delegation> listOfPost(UUID postId, LocalDate day) {
    return open(DELEGATION.POST_ID.eq(postId), day);
  }

  /** Those by which a person stands in on the day or will, the nearest first. */
  public List<Delegation> listOfDeputy(UUID personId, LocalDate day) {
    return open(DELEGATION.PERSON_ID.eq(personId), day);
  }

  private List<Delegation> open(Condition condition, LocalDate day) {
    return database
        .selectFrom(DELEGATION)
        .where(condition, DELEGATION.ENDED_AT.isNull(), DELEGATION.UNTIL_DAY.ge(day))
        .orderBy(DELEGATION.FROM_DAY, DELEGATION.ID)
        .fetch(DelegationStore::delegation);
  }

  private static Delegation delegation(Record r) {
    return new Delegation(
        r.get(DELEGATION.ID),
        r.get(DELEGATION.POST_ID),
        r.get(DELEGATION.PERSON_ID),
        r.get(DELEGATION.FROM_DAY),
        r.get(DELEGATION.UNTIL_DAY),
        r.get(DELEGATION.REASON),
        r.get(DELEGATION.ENDED_AT) != null);
  }
}
