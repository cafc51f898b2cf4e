package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.CONFERENCE;
import static cn.sunlot.organisation.store.jooq.Tables.SEAT;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.domain.JointConference;
import cn.sunlot.organisation.domain.JointConference.Part;
import cn.sunlot.organisation.domain.JointConference.Seat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Joint conferences and who sits in them. */
@Repository
@Transactional
public class ConferenceStore {

  private final DSLContext database;

  ConferenceStore(DSLContext database) {
    this.database = database;
  }

  /** The conferences of an authority, the city's first. */
  public List<JointConference> list(UUID authorityId) {
    return fetch(CONFERENCE.AUTHORITY_ID.eq(authorityId));
  }

  /** One conference, locked until the transaction ends, or nothing. */
  public Optional<JointConference> lock(UUID authorityId, String region) {
    database
        .selectFrom(CONFERENCE)
        .where(CONFERENCE.AUTHORITY_ID.eq(authorityId), CONFERENCE.REGION.eq(region))
        .forUpdate()
        .fetch();
    return one(authorityId, region);
  }

  Optional<Organisation.Conference> find(UUID authorityId, String region) {
    return one(authorityId, region)
        .map(
            c ->
                new Organisation.Conference(
                    c.id(), c.region(), c.name(), c.findOffice().orElse(null), c.members()));
  }

  /** Saves the conference with all its seats; version 1 adds it. */
  public void save(JointConference conference, UUID authorityId) {
    int saved =
        conference.version() == 1
            ? database
                .insertInto(CONFERENCE)
                .set(CONFERENCE.ID, conference.id())
                .set(CONFERENCE.AUTHORITY_ID, authorityId)
                .set(CONFERENCE.REGION, conference.region())
                .set(CONFERENCE.NAME, conference.name())
                .onConflictDoNothing()
                .execute()
            : database
                .update(CONFERENCE)
                .set(CONFERENCE.NAME, conference.name())
                .set(CONFERENCE.VERSION, conference.version())
                .where(CONFERENCE.ID.eq(conference.id()))
                .and(CONFERENCE.VERSION.eq(conference.version() - 1))
                .execute();
    if (saved == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, conference.version() - 1, conference.version());
    }
    database.deleteFrom(SEAT).where(SEAT.CONFERENCE_ID.eq(conference.id())).execute();
    int position = 1;
    for (Seat seat : conference.seats()) {
      database
          .insertInto(SEAT)
          .set(SEAT.CONFERENCE_ID, conference.id())
          .set(SEAT.AUTHORITY_ID, authorityId)
          .set(SEAT.POSITION, position++)
          .set(SEAT.PART, Lifecycle.wireName(seat.part()))
          .set(SEAT.DEPARTMENT_ID, seat.departmentId())
          .set(SEAT.PERSON_NAME, seat.personName())
          .set(SEAT.TITLE, seat.title())
          .execute();
    }
  }

  private Optional<JointConference> one(UUID authorityId, String region) {
    return fetch(CONFERENCE.AUTHORITY_ID.eq(authorityId).and(CONFERENCE.REGION.eq(region))).stream()
        .findFirst();
  }

  private List<JointConference> fetch(Condition condition) {
    var seats =
        multiset(
                select(SEAT.PART, SEAT.DEPARTMENT_ID, SEAT.PERSON_NAME, SEAT.TITLE)
                    .from(SEAT)
                    .where(SEAT.CONFERENCE_ID.eq(CONFERENCE.ID))
                    .orderBy(SEAT.POSITION))
            .convertFrom(
                r ->
                    r.map(
                        row ->
                            new Seat(
                                Lifecycle.parse(Part.class, row.value1()),
                                row.value2(),
                                row.value3(),
                                row.value4())));
    return database
        .select(CONFERENCE.asterisk(), seats)
        .from(CONFERENCE)
        .where(condition)
        .orderBy(CONFERENCE.REGION)
        .fetch(
            r ->
                new JointConference(
                    r.get(CONFERENCE.ID),
                    r.get(CONFERENCE.REGION),
                    r.get(CONFERENCE.NAME),
                    r.get(seats),
                    r.get(CONFERENCE.VERSION)));
  }
}
