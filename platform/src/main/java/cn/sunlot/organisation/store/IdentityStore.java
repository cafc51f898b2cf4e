package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.IDENTITY;

import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.domain.Vouched;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who people are at identity providers. */
@Repository
@Transactional
public class IdentityStore {

  private final DSLContext database;
  private final Clock clock;

  IdentityStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The person that a subject of a provider is bound to. */
  public Optional<UUID> findPerson(String issuer, String subject) {
    return database
        .select(IDENTITY.PERSON_ID)
        .from(IDENTITY)
        .where(IDENTITY.ISSUER.eq(issuer).and(IDENTITY.SUBJECT.eq(subject)))
        .fetchOptional(IDENTITY.PERSON_ID);
  }

  /** Whether the person is bound to a subject of this provider. */
  public boolean isBound(UUID personId, String issuer) {
    return database.fetchExists(
        IDENTITY, IDENTITY.PERSON_ID.eq(personId).and(IDENTITY.ISSUER.eq(issuer)));
  }

  public void bind(Person person, Vouched vouched) {
    database
        .insertInto(IDENTITY)
        .set(IDENTITY.PERSON_ID, person.id())
        .set(IDENTITY.AUTHORITY_ID, person.authorityId())
        .set(IDENTITY.ISSUER, vouched.issuer())
        .set(IDENTITY.SUBJECT, vouched.subject())
        .set(IDENTITY.BOUND_AT, clock.instant())
        .execute();
  }

  /** Looses all bindings of a person; false if there was none. */
  public boolean unbind(UUID personId) {
    return database.deleteFrom(IDENTITY).where(IDENTITY.PERSON_ID.eq(personId)).execute() > 0;
  }
}
