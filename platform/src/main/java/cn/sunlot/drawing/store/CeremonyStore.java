package cn.sunlot.drawing.store;

import static cn.sunlot.drawing.store.jooq.Tables.COMMITMENT;
import static cn.sunlot.drawing.store.jooq.Tables.INVITATION;
import static cn.sunlot.drawing.store.jooq.Tables.OUTCOME;
import static cn.sunlot.drawing.store.jooq.Tables.PARTY;
import static cn.sunlot.drawing.store.jooq.Tables.PUBLIC_VALUE;
import static cn.sunlot.drawing.store.jooq.Tables.REVEAL;
import static cn.sunlot.drawing.store.jooq.Tables.ROUND;
import static cn.sunlot.drawing.store.jooq.Tables.SOURCE;
import static cn.sunlot.drawing.store.jooq.Tables.SOURCE_ENTRY;

import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Committed;
import cn.sunlot.drawing.domain.Ceremony.Outcome;
import cn.sunlot.drawing.domain.Ceremony.Place;
import cn.sunlot.drawing.domain.Ceremony.Revealed;
import cn.sunlot.drawing.domain.Ceremony.Round;
import cn.sunlot.drawing.domain.Ceremony.Source;
import cn.sunlot.drawing.domain.Invitation;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.store.jooq.tables.records.InvitationRecord;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of draws; rows are added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class CeremonyStore {

  /** An invitation and its draw. */
  public record Invited(UUID drawId, Invitation invitation) {}

  private final DSLContext database;

  CeremonyStore(DSLContext database) {
    this.database = database;
  }

  /** Everything that happened to this draw so far. */
  public Ceremony get(UUID drawId) {
    return new Ceremony(
        listParties(drawId),
        listInvitations(drawId),
        listSources(drawId),
        database
            .selectFrom(PUBLIC_VALUE)
            .where(PUBLIC_VALUE.DRAW_ID.eq(drawId))
            .fetchMap(v -> new Place(v.getR(), v.getPosition()), v -> v.getValue()),
        database
            .selectFrom(COMMITMENT)
            .where(COMMITMENT.DRAW_ID.eq(drawId))
            .fetchOne(
                c ->
                    new Committed(
                        c.getDocument(), c.getHash(), c.getRevealBy(), c.getOpenBy(), c.getAt())),
        database
            .selectFrom(REVEAL)
            .where(REVEAL.DRAW_ID.eq(drawId))
            .fetchMap(REVEAL.PARTY, r -> new Revealed(r.getNonce(), r.getAt())),
        listRounds(drawId),
        listOutcomes(drawId));
  }

  private List<Participant> listParties(UUID drawId) {
    return database
        .selectFrom(PARTY)
        .where(PARTY.DRAW_ID.eq(drawId))
        .orderBy(PARTY.POSITION)
        .fetch(
            p ->
                new Participant(
                    p.getPosition(),
                    p.getParty(),
                    p.getKind(),
                    p.getKindText(),
                    p.getName(),
                    p.getUnit(),
                    Lifecycle.parse(Participant.Way.class, p.getWay()),
                    p.getCommitment(),
                    p.getSealedNonce(),
                    p.getChainHead()));
  }

  private List<Invitation> listInvitations(UUID drawId) {
    return database
        .selectFrom(INVITATION)
        .where(INVITATION.DRAW_ID.eq(drawId))
        .orderBy(INVITATION.POSITION)
        .fetch(CeremonyStore::invitation);
  }

  private static Invitation invitation(InvitationRecord row) {
    return new Invitation(
        row.getId(),
        row.getPosition(),
        row.getParty(),
        row.getKind(),
        row.getKindText(),
        row.getName(),
        row.getUnit(),
        row.getSupervises());
  }

  /** The invitation of this key, and its draw. */
  public Optional<Invited> findInvitation(UUID id) {
    return database
        .selectFrom(INVITATION)
        .where(INVITATION.ID.eq(id))
        .fetchOptional(row -> new Invited(row.getDrawId(), invitation(row)));
  }

  private List<Source> listSources(UUID drawId) {
    return database
        .selectFrom(SOURCE)
        .where(SOURCE.DRAW_ID.eq(drawId))
        .orderBy(SOURCE.R, SOURCE.POSITION)
        .fetch(
            s ->
                new Source(
                    new Place(s.getR(), s.getPosition()),
                    s.getKind(),
                    s.getSourceId(),
                    s.getForm(),
                    s.getExpectedAt()));
  }

  private List<Round> listRounds(UUID drawId) {
    return database
        .selectFrom(ROUND)
        .where(ROUND.DRAW_ID.eq(drawId))
        .orderBy(ROUND.R)
        .fetch(r -> new Round(r.getR(), r.getInput(), r.getReason(), r.getApproverId(), r.getAt()));
  }

  private List<Outcome> listOutcomes(UUID drawId) {
    return database
        .selectFrom(OUTCOME)
        .where(OUTCOME.DRAW_ID.eq(drawId))
        .orderBy(OUTCOME.R)
        .fetch(o -> new Outcome(o.getR(), o.getChainValue(), o.getDocument(), o.getAt()));
  }

  public void add(UUID drawId, Participant party, UUID by, Instant at) {
    database
        .insertInto(PARTY)
        .set(PARTY.DRAW_ID, drawId)
        .set(PARTY.POSITION, party.position())
        .set(PARTY.PARTY_, party.party())
        .set(PARTY.KIND, party.kind())
        .set(PARTY.KIND_TEXT, party.kindText())
        .set(PARTY.NAME, party.name())
        .set(PARTY.UNIT, party.unit())
        .set(PARTY.WAY, Lifecycle.wireName(party.way()))
        .set(PARTY.COMMITMENT, party.commitment())
        .set(PARTY.SEALED_NONCE, party.sealedNonce())
        .set(PARTY.CHAIN_HEAD, party.chainHead())
        .set(PARTY.BY, by)
        .set(PARTY.AT, at)
        .execute();
  }

  /**
   * Adds a witness who commits later.
   *
   * @param inviter who invites, and what for, as the phone shows it
   */
  public void add(
      UUID drawId, Invitation invitation, String inviter, String occasion, UUID by, Instant at) {
    database
        .insertInto(INVITATION)
        .set(INVITATION.ID, invitation.id())
        .set(INVITATION.DRAW_ID, drawId)
        .set(INVITATION.POSITION, invitation.position())
        .set(INVITATION.PARTY, invitation.party())
        .set(INVITATION.KIND, invitation.kind())
        .set(INVITATION.KIND_TEXT, invitation.kindText())
        .set(INVITATION.NAME, invitation.name())
        .set(INVITATION.UNIT, invitation.unit())
        .set(INVITATION.SUPERVISES, invitation.supervises())
        .set(INVITATION.INVITER, inviter)
        .set(INVITATION.OCCASION, occasion)
        .set(INVITATION.BY, by)
        .set(INVITATION.AT, at)
        .execute();
  }

  /** Takes a party out; the database refuses it once there is a commitment. */
  public void remove(UUID drawId, String party) {
    database
        .deleteFrom(INVITATION)
        .where(INVITATION.DRAW_ID.eq(drawId).and(INVITATION.PARTY.eq(party)))
        .execute();
    database
        .deleteFrom(PARTY)
        .where(PARTY.DRAW_ID.eq(drawId).and(PARTY.PARTY_.eq(party)))
        .execute();
  }

  public void add(UUID drawId, Source source) {
    database
        .insertInto(SOURCE)
        .set(SOURCE.DRAW_ID, drawId)
        .set(SOURCE.R, source.place().r())
        .set(SOURCE.POSITION, source.place().position())
        .set(SOURCE.KIND, source.kind())
        .set(SOURCE.SOURCE_ID, source.id())
        .set(SOURCE.FORM, source.form())
        .set(SOURCE.EXPECTED_AT, source.expectedAt())
        .execute();
  }

  /** Keeps what somebody typed as the value of a source. */
  public void addEntry(UUID drawId, Place place, String value, UUID by, Instant at) {
    database
        .insertInto(SOURCE_ENTRY)
        .set(SOURCE_ENTRY.ID, Ids.next())
        .set(SOURCE_ENTRY.DRAW_ID, drawId)
        .set(SOURCE_ENTRY.R, place.r())
        .set(SOURCE_ENTRY.POSITION, place.position())
        .set(SOURCE_ENTRY.VALUE, value)
        .set(SOURCE_ENTRY.BY, by)
        .set(SOURCE_ENTRY.AT, at)
        .execute();
  }

  /** What each person typed last as the value of a source. */
  public Map<UUID, String> listLastEntries(UUID drawId, Place place) {
    Map<UUID, String> last = new LinkedHashMap<>();
    database
        .selectFrom(SOURCE_ENTRY)
        .where(SOURCE_ENTRY.DRAW_ID.eq(drawId))
        .and(SOURCE_ENTRY.R.eq(place.r()))
        .and(SOURCE_ENTRY.POSITION.eq(place.position()))
        .orderBy(SOURCE_ENTRY.ID)
        .forEach(e -> last.put(e.getBy(), e.getValue()));
    return last;
  }

  public void addValue(UUID drawId, Place place, String value, Instant at) {
    database
        .insertInto(PUBLIC_VALUE)
        .set(PUBLIC_VALUE.DRAW_ID, drawId)
        .set(PUBLIC_VALUE.R, place.r())
        .set(PUBLIC_VALUE.POSITION, place.position())
        .set(PUBLIC_VALUE.VALUE, value)
        .set(PUBLIC_VALUE.AT, at)
        .execute();
  }

  public void add(UUID drawId, Committed committed) {
    database
        .insertInto(COMMITMENT)
        .set(COMMITMENT.DRAW_ID, drawId)
        .set(COMMITMENT.DOCUMENT, committed.document())
        .set(COMMITMENT.HASH, committed.hash())
        .set(COMMITMENT.REVEAL_BY, committed.revealBy())
        .set(COMMITMENT.OPEN_BY, committed.openBy())
        .set(COMMITMENT.AT, committed.at())
        .execute();
  }

  public void addReveal(UUID drawId, String party, String nonce, Instant at) {
    database
        .insertInto(REVEAL)
        .set(REVEAL.DRAW_ID, drawId)
        .set(REVEAL.PARTY, party)
        .set(REVEAL.NONCE, nonce)
        .set(REVEAL.AT, at)
        .execute();
  }

  public void add(UUID drawId, Round round, UUID by) {
    database
        .insertInto(ROUND)
        .set(ROUND.DRAW_ID, drawId)
        .set(ROUND.R, round.r())
        .set(ROUND.INPUT, round.input())
        .set(ROUND.REASON, round.reason())
        .set(ROUND.APPROVER_ID, round.approverId())
        .set(ROUND.AT, round.at())
        .set(ROUND.BY, by)
        .execute();
  }

  public void add(UUID drawId, Outcome outcome) {
    database
        .insertInto(OUTCOME)
        .set(OUTCOME.DRAW_ID, drawId)
        .set(OUTCOME.R, outcome.r())
        .set(OUTCOME.CHAIN_VALUE, outcome.chainValue())
        .set(OUTCOME.DOCUMENT, outcome.document())
        .set(OUTCOME.AT, outcome.at())
        .execute();
  }

  /** The commitment hash of a draw, if it was committed. */
  public Optional<String> findHash(UUID drawId) {
    return database
        .select(COMMITMENT.HASH)
        .from(COMMITMENT)
        .where(COMMITMENT.DRAW_ID.eq(drawId))
        .fetchOptional(COMMITMENT.HASH);
  }
}
