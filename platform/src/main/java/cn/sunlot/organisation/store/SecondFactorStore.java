package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.SECOND_FACTOR;

import cn.sunlot.kernel.secrets.Secrets;
import cn.sunlot.organisation.domain.SecondFactor;
import cn.sunlot.organisation.store.jooq.tables.records.SecondFactorRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Second factors; secrets and recovery codes are sealed. */
@Repository
@Transactional
public class SecondFactorStore {

  private static final String BETWEEN = "\n";

  private final DSLContext database;
  private final Secrets secrets;
  private final Clock clock;

  SecondFactorStore(DSLContext database, Secrets secrets, Clock clock) {
    this.database = database;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** A person's factor, confirmed or not; locked against other uses until the transaction ends. */
  public Optional<SecondFactor> find(UUID personId) {
    return database
        .selectFrom(SECOND_FACTOR)
        .where(SECOND_FACTOR.PERSON_ID.eq(personId))
        .forUpdate()
        .fetchOptional(this::open);
  }

  /** Whether the person is asked for a code. */
  public boolean isSet(UUID personId) {
    return database.fetchExists(
        SECOND_FACTOR, SECOND_FACTOR.PERSON_ID.eq(personId).and(SECOND_FACTOR.CONFIRMED));
  }

  /** Keeps a factor in the place of the person's last one. */
  public void save(SecondFactor factor, UUID authorityId) {
    SecondFactorRecord row = new SecondFactorRecord();
    row.setPersonId(factor.personId());
    row.setAuthorityId(authorityId);
    row.setSealed(seal(factor));
    row.setConfirmed(factor.confirmed());
    row.setLastStep(factor.lastStep());
    row.setSetAt(clock.instant());
    database
        .insertInto(SECOND_FACTOR)
        .set(row)
        .onConflict(SECOND_FACTOR.PERSON_ID)
        .doUpdate()
        .set(SECOND_FACTOR.SEALED, row.getSealed())
        .set(SECOND_FACTOR.CONFIRMED, row.getConfirmed())
        .set(SECOND_FACTOR.LAST_STEP, row.getLastStep())
        .execute();
  }

  /** Takes a factor away; false if there was none. */
  public boolean remove(UUID personId) {
    return database.deleteFrom(SECOND_FACTOR).where(SECOND_FACTOR.PERSON_ID.eq(personId)).execute()
        > 0;
  }

  private byte[] seal(SecondFactor factor) {
    String plain = factor.secret() + BETWEEN + String.join(BETWEEN, factor.recoveryCodes());
    return secrets.seal(purpose(factor.personId()), plain.getBytes(StandardCharsets.UTF_8));
  }

  private SecondFactor open(SecondFactorRecord row) {
    byte[] plain = secrets.open(purpose(row.getPersonId()), row.getSealed());
    List<String> lines = new String(plain, StandardCharsets.UTF_8).lines().toList();
    return new SecondFactor(
        row.getPersonId(),
        lines.get(0),
        lines.subList(1, lines.size()),
        row.getConfirmed(),
        row.getLastStep());
  }

  private static String purpose(UUID personId) {
    return "organisation/second-factor/" + personId;
  }
}
