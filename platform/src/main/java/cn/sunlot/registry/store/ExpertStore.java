package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.EXPERT;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.domain.Expert;
import cn.sunlot.registry.store.jooq.tables.records.ExpertRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Loads and saves experts and agencies. */
@Repository
@Transactional
public class ExpertStore {

  private final DSLContext database;
  private final Clock clock;

  ExpertStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Expert get(UUID id) {
    return database
        .selectFrom(EXPERT)
        .where(EXPERT.ID.eq(id))
        .fetchOptional(ExpertStore::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The entry that has kind, name and organisation of this one. */
  public Optional<Expert> findSame(Expert as) {
    return database
        .selectFrom(EXPERT)
        .where(
            EXPERT
                .AUTHORITY_ID
                .eq(as.authorityId())
                .and(EXPERT.KIND.eq(Lifecycle.wireName(as.kind())))
                .and(EXPERT.NAME.eq(as.name()))
                .and(EXPERT.ORGANISATION.eq(as.organisation())))
        .fetchOptional(ExpertStore::read);
  }

  public void add(Expert added) {
    ExpertRecord row = database.newRecord(EXPERT);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setCreatedAt(clock.instant());
    fill(row, added);
    row.insert();
  }

  /**
   * Saves a change.
   *
   * @throws Refused if somebody else has changed it since
   */
  public void save(Expert changed) {
    ExpertRecord row = new ExpertRecord();
    fill(row, changed);
    row.setVersion(changed.version() + 1);
    int updated =
        database
            .update(EXPERT)
            .set(row)
            .where(EXPERT.ID.eq(changed.id()).and(EXPERT.VERSION.eq(changed.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, changed.version(), get(changed.id()).version());
    }
  }

  private void fill(ExpertRecord row, Expert expert) {
    row.setDepartmentId(expert.departmentId());
    row.setKind(Lifecycle.wireName(expert.kind()));
    row.setName(expert.name());
    row.setOrganisation(expert.organisation());
    row.setQualification(expert.qualification());
    row.setFields(expert.fields().toArray(String[]::new));
    row.setValidUntil(expert.validUntil());
    row.setActive(expert.active());
    row.setUpdatedAt(clock.instant());
  }

  static Expert read(ExpertRecord r) {
    return new Expert(
        r.getId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        Lifecycle.parse(Expert.Kind.class, r.getKind()),
        r.getName(),
        r.getOrganisation(),
        r.getQualification(),
        List.of(r.getFields()),
        r.getValidUntil(),
        r.getActive(),
        r.getVersion());
  }
}
