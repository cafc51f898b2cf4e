package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static cn.sunlot.registry.store.jooq.Tables.TARGET_CHANGE;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.domain.UnitId;
import cn.sunlot.registry.store.index.TargetIndexFeeder;
import cn.sunlot.registry.store.jooq.tables.records.TargetRecord;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Loads and saves single targets; every change leaves a row of history. */
@Repository
@Transactional
public class TargetStore {

  private final DSLContext database;
  private final ObjectMapper json;
  private final Clock clock;
  private final TargetIndexFeeder index;
  private final Contacts contacts;

  TargetStore(
      DSLContext database,
      ObjectMapper json,
      Clock clock,
      TargetIndexFeeder index,
      Contacts contacts) {
    this.database = database;
    this.json = json;
    this.contacts = contacts;
    this.clock = clock;
    this.index = index;
  }

  public KnownTarget get(UUID id) {
    return list(TARGET.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Targets in the order of their ids, so that two who change many do not wait for each other. */
  public List<KnownTarget> list(Collection<UUID> ids) {
    return list(TARGET.ID.in(ids));
  }

  /** The name of the target that has this id in an authority. */
  public Optional<String> findName(UUID authorityId, String unitId) {
    return database
        .select(TARGET.NAME)
        .from(TARGET)
        .where(TARGET.AUTHORITY_ID.eq(authorityId).and(TARGET.UNIT_ID.eq(unitId)))
        .fetchOptional(TARGET.NAME);
  }

  public void add(KnownTarget added) {
    TargetRecord row = database.newRecord(TARGET);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setUnitId(added.unitId().value());
    row.setCreatedAt(clock.instant());
    fill(row, added);
    row.insert();
    index.wakeAfterCommit();
  }

  /**
   * Saves a change and its history.
   *
   * @param changes field → before and after
   * @throws Refused if somebody else has changed it since
   */
  public KnownTarget save(KnownTarget changed, String reason, Map<String, ?> changes) {
    TargetRecord row = new TargetRecord();
    fill(row, changed);
    row.setVersion(changed.version() + 1);
    int updated =
        database
            .update(TARGET)
            .set(row)
            .where(TARGET.ID.eq(changed.id()).and(TARGET.VERSION.eq(changed.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, changed.version(), get(changed.id()).version());
    }
    database
        .insertInto(TARGET_CHANGE)
        .set(TARGET_CHANGE.ID, Ids.next())
        .set(TARGET_CHANGE.TARGET_ID, changed.id())
        .set(TARGET_CHANGE.AUTHORITY_ID, changed.authorityId())
        .set(TARGET_CHANGE.AT, clock.instant())
        .set(TARGET_CHANGE.PERSON_ID, SignedIn.get().personId())
        .set(TARGET_CHANGE.REASON, reason)
        .set(
            TARGET_CHANGE.CHANGES,
            JSONB.jsonb(
                json.writeValueAsString(contacts.sealChanges(changed.unitId().value(), changes))))
        .execute();
    index.wakeAfterCommit();
    return get(changed.id());
  }

  private void fill(TargetRecord row, KnownTarget target) {
    TargetContent content = target.content();
    row.setName(content.name());
    row.setKind(content.kind());
    row.setRegionCode(content.regionCode());
    row.setAddress(content.address());
    row.setRiskClass(content.riskClass());
    row.setTags(content.tags().toArray(String[]::new));
    row.setStatus(target.status().wireName());
    row.setResponsiblePerson(content.responsiblePerson());
    row.setContact(contacts.seal(target.unitId().value(), content.contact()));
    row.setDetails(JSONB.jsonb(json.writeValueAsString(content.details())));
    row.setWarnings(target.warnings().toArray(String[]::new));
    row.setUpdatedAt(clock.instant());
  }

  private List<KnownTarget> list(Condition condition) {
    return database.selectFrom(TARGET).where(condition).orderBy(TARGET.ID).fetch(this::read);
  }

  private KnownTarget read(TargetRecord r) {
    var content =
        new TargetContent(
            r.getName(),
            r.getKind(),
            r.getRegionCode(),
            r.getAddress(),
            r.getRiskClass(),
            List.of(r.getTags()),
            r.getResponsiblePerson(),
            contacts.open(r.getUnitId(), r.getContact()),
            Details.read(json, r.getDetails()));
    return new KnownTarget(
        r.getId(),
        r.getAuthorityId(),
        UnitId.stored(r.getUnitId()),
        content,
        cn.sunlot.kernel.Lifecycle.parse(TargetStatus.class, r.getStatus()),
        List.of(r.getWarnings()),
        r.getVersion());
  }
}
