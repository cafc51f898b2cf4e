package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.SESSION;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.organisation.domain.Session;
import cn.sunlot.organisation.domain.Session.Ending;
import cn.sunlot.organisation.store.jooq.tables.records.SessionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sessions, those that are over too, until they are forgotten. */
@Repository
@Transactional
public class SessionStore {

  private static final int AGENT = 300;

  private final DSLContext database;

  SessionStore(DSLContext database) {
    this.database = database;
  }

  public void add(Session session, UUID authorityId) {
    String agent = session.agent();
    database
        .insertInto(SESSION)
        .set(SESSION.ID, session.id())
        .set(SESSION.PERSON_ID, session.personId())
        .set(SESSION.AUTHORITY_ID, authorityId)
        .set(SESSION.OPENED_AT, session.openedAt())
        .set(SESSION.SEEN_AT, session.seenAt())
        .set(SESSION.ADDRESS, session.address())
        .set(SESSION.AGENT, agent.substring(0, Math.min(AGENT, agent.length())))
        .execute();
  }

  public Optional<Session> find(UUID id) {
    return database
        .selectFrom(SESSION)
        .where(SESSION.ID.eq(id))
        .fetchOptional(SessionStore::session);
  }

  /** Open sessions of a person that were used after this time, the last used first. */
  public List<Session> listOpen(UUID personId, Instant after) {
    return database
        .selectFrom(SESSION)
        .where(SESSION.PERSON_ID.eq(personId))
        .and(SESSION.ENDED_AT.isNull())
        .and(SESSION.SEEN_AT.gt(after))
        .orderBy(SESSION.SEEN_AT.desc(), SESSION.OPENED_AT.desc(), SESSION.ID)
        .fetch(SessionStore::session);
  }

  /** Notes that a session is used. */
  public void touch(UUID id, Instant now) {
    database.update(SESSION).set(SESSION.SEEN_AT, now).where(SESSION.ID.eq(id)).execute();
  }

  /** Ends a session; false if it was over already. */
  public boolean end(UUID id, Ending ending, Instant now) {
    return database
            .update(SESSION)
            .set(SESSION.ENDED_AT, now)
            .set(SESSION.ENDING, Lifecycle.wireName(ending))
            .where(SESSION.ID.eq(id).and(SESSION.ENDED_AT.isNull()))
            .execute()
        > 0;
  }

  /** Deletes sessions that nobody has used since. */
  public void forget(Instant before) {
    database.deleteFrom(SESSION).where(SESSION.SEEN_AT.lt(before)).execute();
  }

  private static Session session(SessionRecord row) {
    String ending = row.getEnding();
    return new Session(
        row.getId(),
        row.getPersonId(),
        row.getOpenedAt(),
        row.getSeenAt(),
        row.getAddress(),
        row.getAgent(),
        ending == null ? null : Lifecycle.parse(Ending.class, ending));
  }
}
