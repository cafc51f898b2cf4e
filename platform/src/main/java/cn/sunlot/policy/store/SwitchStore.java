package cn.sunlot.policy.store;

import static cn.sunlot.policy.store.jooq.Tables.PROFILE_SWITCH;

import cn.sunlot.policy.domain.ProfileSwitch;
import cn.sunlot.policy.store.jooq.tables.records.ProfileSwitchRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which rules bind an authority from which day. It only grows. */
@Repository
public class SwitchStore {

  private final DSLContext database;

  SwitchStore(DSLContext database) {
    this.database = database;
  }

  public void add(ProfileSwitch one) {
    database
        .insertInto(PROFILE_SWITCH)
        .set(PROFILE_SWITCH.ID, one.id())
        .set(PROFILE_SWITCH.AUTHORITY_ID, one.authorityId())
        .set(PROFILE_SWITCH.PROFILE_ID, one.profileId())
        .set(PROFILE_SWITCH.BEFORE_PROFILE_ID, one.before())
        .set(PROFILE_SWITCH.FROM_DAY, one.from())
        .set(PROFILE_SWITCH.REASON, one.reason())
        .set(PROFILE_SWITCH.DOCUMENT_NUMBER, one.documentNumber())
        .set(PROFILE_SWITCH.DOCUMENT_DAY, one.documentDay())
        .set(PROFILE_SWITCH.PERSON_ID, one.personId())
        .set(PROFILE_SWITCH.PERSON_NAME, one.personName())
        .set(PROFILE_SWITCH.AT, one.at())
        .execute();
  }

  /**
   * The one that holds on a day: of those that had begun the last, and of one day the last decided.
   */
  public Optional<ProfileSwitch> find(UUID authorityId, LocalDate day) {
    return database
        .selectFrom(PROFILE_SWITCH)
        .where(PROFILE_SWITCH.AUTHORITY_ID.eq(authorityId).and(PROFILE_SWITCH.FROM_DAY.le(day)))
        .orderBy(PROFILE_SWITCH.FROM_DAY.desc(), PROFILE_SWITCH.DECIDED.desc())
        .limit(1)
        .fetchOptional(SwitchStore::read);
  }

  /** All of an authority, the one that begins last first. */
  public List<ProfileSwitch> list(UUID authorityId) {
    return database
        .selectFrom(PROFILE_SWITCH)
        .where(PROFILE_SWITCH.AUTHORITY_ID.eq(authorityId))
        .orderBy(PROFILE_SWITCH.FROM_DAY.desc(), PROFILE_SWITCH.DECIDED.desc())
        .fetch(SwitchStore::read);
  }

  private static ProfileSwitch read(ProfileSwitchRecord r) {
    return new ProfileSwitch(
        r.getId(),
        r.getAuthorityId(),
        r.getProfileId(),
        r.getBeforeProfileId(),
        r.getFromDay(),
        r.getReason(),
        r.getDocumentNumber(),
        r.getDocumentDay(),
        r.getPersonId(),
        r.getPersonName(),
        r.getAt());
  }
}
