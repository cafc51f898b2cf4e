package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_CHANGE;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_INTEREST;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_LEAVE;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry.Inspector.Leave;
import cn.sunlot.registry.domain.Abilities;
import cn.sunlot.registry.domain.InspectorContent;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.domain.Licence;
import cn.sunlot.registry.store.jooq.tables.records.InspectorRecord;
import java.time.Clock;
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

/** Loads and saves single inspectors, their leave and declared interests. */
@Repository
@Transactional
public class InspectorStore {

  private final DSLContext database;
  private final ObjectMapper json;
  private final Clock clock;

  InspectorStore(DSLContext database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  public KnownInspector get(UUID id) {
    return find(INSPECTOR.ID.eq(id))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** How many can be drawn in these departments, as far as they themselves are concerned. */
  public long countActive(List<UUID> departments) {
    return database.fetchCount(
        INSPECTOR, INSPECTOR.DEPARTMENT_ID.in(departments).and(INSPECTOR.ACTIVE));
  }

  public Optional<KnownInspector> findByLicence(UUID authorityId, String licenceNumber) {
    return find(
        INSPECTOR.AUTHORITY_ID.eq(authorityId).and(INSPECTOR.LICENCE_NUMBER.eq(licenceNumber)));
  }

  public Optional<KnownInspector> findOfPerson(UUID personId) {
    return find(INSPECTOR.PERSON_ID.eq(personId));
  }

  public void add(KnownInspector added) {
    InspectorRecord row = database.newRecord(INSPECTOR);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setCreatedAt(clock.instant());
    fill(row, added.content());
    row.insert();
  }

  /**
   * Saves a change and its history.
   *
   * @throws Refused if somebody else has changed it since
   */
  public void save(KnownInspector changed, String reason, Map<String, ?> changes) {
    InspectorRecord row = new InspectorRecord();
    fill(row, changed.content());
    row.setVersion(changed.version() + 1);
    int updated =
        database
            .update(INSPECTOR)
            .set(row)
            .where(INSPECTOR.ID.eq(changed.id()).and(INSPECTOR.VERSION.eq(changed.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, changed.version(), get(changed.id()).version());
    }
    database
        .insertInto(INSPECTOR_CHANGE)
        .set(INSPECTOR_CHANGE.ID, Ids.next())
        .set(INSPECTOR_CHANGE.INSPECTOR_ID, changed.id())
        .set(INSPECTOR_CHANGE.AUTHORITY_ID, changed.authorityId())
        .set(INSPECTOR_CHANGE.AT, clock.instant())
        .set(INSPECTOR_CHANGE.PERSON_ID, SignedIn.get().personId())
        .set(INSPECTOR_CHANGE.REASON, reason)
        .set(INSPECTOR_CHANGE.CHANGES, JSONB.jsonb(json.writeValueAsString(changes)))
        .execute();
  }

  public UUID addLeave(KnownInspector inspector, Leave leave) {
    UUID id = Ids.next();
    database
        .insertInto(INSPECTOR_LEAVE)
        .set(INSPECTOR_LEAVE.ID, id)
        .set(INSPECTOR_LEAVE.INSPECTOR_ID, inspector.id())
        .set(INSPECTOR_LEAVE.AUTHORITY_ID, inspector.authorityId())
        .set(INSPECTOR_LEAVE.FROM_DAY, leave.from())
        .set(INSPECTOR_LEAVE.TO_DAY, leave.to())
        .set(INSPECTOR_LEAVE.REASON, leave.reason())
        .execute();
    return id;
  }

  /** Takes leave away, if it is there. */
  public boolean removeLeave(UUID inspectorId, UUID leaveId) {
    return database
            .deleteFrom(INSPECTOR_LEAVE)
            .where(INSPECTOR_LEAVE.ID.eq(leaveId).and(INSPECTOR_LEAVE.INSPECTOR_ID.eq(inspectorId)))
            .execute()
        == 1;
  }

  /** Declares an interest, unless it is declared already. */
  public boolean addInterest(KnownInspector inspector, UUID targetId, String reason) {
    return database
            .insertInto(INSPECTOR_INTEREST)
            .set(INSPECTOR_INTEREST.INSPECTOR_ID, inspector.id())
            .set(INSPECTOR_INTEREST.TARGET_ID, targetId)
            .set(INSPECTOR_INTEREST.AUTHORITY_ID, inspector.authorityId())
            .set(INSPECTOR_INTEREST.REASON, reason)
            .set(INSPECTOR_INTEREST.DECLARED_AT, clock.instant())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Takes an interest away, if it is there. */
  public boolean removeInterest(UUID inspectorId, UUID targetId) {
    return database
            .deleteFrom(INSPECTOR_INTEREST)
            .where(
                INSPECTOR_INTEREST
                    .INSPECTOR_ID
                    .eq(inspectorId)
                    .and(INSPECTOR_INTEREST.TARGET_ID.eq(targetId)))
            .execute()
        == 1;
  }

  private void fill(InspectorRecord row, InspectorContent content) {
    row.setDepartmentId(content.departmentId());
    row.setPersonId(content.personId());
    row.setName(content.name());
    row.setSex(content.sex());
    row.setPost(content.post());
    row.setLicenceNumber(content.licence().number());
    row.setLicenceKind(content.licence().kind().wireName());
    row.setLicenceUntil(content.licence().until());
    row.setLicenceRegion(content.licence().region());
    row.setQualifications(content.abilities().qualifications().toArray(String[]::new));
    row.setSpecialities(content.abilities().specialities().toArray(String[]::new));
    row.setItems(content.abilities().items().toArray(String[]::new));
    row.setActive(content.active());
    row.setUpdatedAt(clock.instant());
  }

  private Optional<KnownInspector> find(Condition condition) {
    return database.selectFrom(INSPECTOR).where(condition).fetchOptional(InspectorStore::read);
  }

  static KnownInspector read(InspectorRecord r) {
    return new KnownInspector(
        r.getId(),
        r.getAuthorityId(),
        new InspectorContent(
            r.getDepartmentId(),
            r.getPersonId(),
            r.getName(),
            r.getSex(),
            r.getPost(),
            new Licence(
                r.getLicenceNumber(),
                Lifecycle.parse(Licence.Kind.class, r.getLicenceKind()),
                r.getLicenceUntil(),
                r.getLicenceRegion()),
            new Abilities(
                List.of(r.getQualifications()),
                List.of(r.getSpecialities()),
                List.of(r.getItems())),
            r.getActive()),
        r.getVersion());
  }
}
