package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.FORMER_PASSWORD;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON;

import cn.sunlot.kernel.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Passwords of people, the present one and those before it, as hashes. */
@Repository
@Transactional
public class PasswordStore {

  private final DSLContext database;
  private final Clock clock;

  PasswordStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The last passwords of a person, the present one first. */
  public List<String> listHashes(UUID personId, int count) {
    List<String> hashes = new ArrayList<>();
    if (count > 0) {
      hashes.add(
          database
              .select(PERSON.PASSWORD_HASH)
              .from(PERSON)
              .where(PERSON.ID.eq(personId))
              .fetchSingle()
              .value1());
      hashes.addAll(
          database
              .select(FORMER_PASSWORD.PASSWORD_HASH)
              .from(FORMER_PASSWORD)
              .where(FORMER_PASSWORD.PERSON_ID.eq(personId))
              .orderBy(FORMER_PASSWORD.REPLACED_AT.desc(), FORMER_PASSWORD.ID.desc())
              .limit(count - 1)
              .fetch(FORMER_PASSWORD.PASSWORD_HASH));
    }
    return hashes;
  }

  /**
   * Sets a password and opens a locked account; ends the person's sessions.
   *
   * @param due whether the person changes it before anything else
   * @param kept how many passwords are kept, this one included
   */
  public void set(UUID personId, String hash, boolean due, int kept) {
    keepPresent(personId, kept);
    database
        .update(PERSON)
        .set(PERSON.PASSWORD_HASH, hash)
        .set(PERSON.PASSWORD_DUE, due)
        .set(PERSON.PASSWORD_SET_AT, clock.instant())
        .set(PERSON.FAILURES, 0)
        .setNull(PERSON.LOCKED_UNTIL)
        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
        .set(PERSON.ACCESS, PERSON.ACCESS.plus(1))
        .where(PERSON.ID.eq(personId))
        .execute();
  }

  /** No more is kept than is compared with. */
  private void keepPresent(UUID personId, int kept) {
    var present =
        database
            .select(PERSON.AUTHORITY_ID, PERSON.PASSWORD_HASH)
            .from(PERSON)
            .where(PERSON.ID.eq(personId))
            .fetchSingle();
    database
        .insertInto(FORMER_PASSWORD)
        .set(FORMER_PASSWORD.ID, Ids.next())
        .set(FORMER_PASSWORD.PERSON_ID, personId)
        .set(FORMER_PASSWORD.AUTHORITY_ID, present.value1())
        .set(FORMER_PASSWORD.PASSWORD_HASH, present.value2())
        .set(FORMER_PASSWORD.REPLACED_AT, clock.instant())
        .execute();
    var last =
        database
            .select(FORMER_PASSWORD.ID)
            .from(FORMER_PASSWORD)
            .where(FORMER_PASSWORD.PERSON_ID.eq(personId))
            .orderBy(FORMER_PASSWORD.REPLACED_AT.desc(), FORMER_PASSWORD.ID.desc())
            .limit(Math.max(kept - 1, 0));
    database
        .deleteFrom(FORMER_PASSWORD)
        .where(FORMER_PASSWORD.PERSON_ID.eq(personId))
        .and(FORMER_PASSWORD.ID.notIn(last))
        .execute();
  }
}
