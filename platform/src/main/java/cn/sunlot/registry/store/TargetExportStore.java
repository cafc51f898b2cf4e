package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET_EXPORT;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.TargetExport;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.jooq.tables.records.TargetExportRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Exports of those who asked for them. */
@Repository
@Transactional
public class TargetExportStore {

  private final DSLContext database;
  private final ObjectMapper json;

  TargetExportStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public void add(TargetExport added) {
    TargetExportRecord row = database.newRecord(TARGET_EXPORT);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setPersonId(added.personId());
    row.setFilter(JSONB.jsonb(json.writeValueAsString(added.filter())));
    row.setFields(added.fields().toArray(String[]::new));
    row.setFormat(added.format());
    row.setLanguage(added.language());
    row.setPurpose(added.purpose());
    row.setJobId(added.jobId());
    row.setCreatedAt(added.createdAt());
    row.insert();
  }

  /** Keeps what was written. */
  public void finish(UUID id, long rows, String sha256) {
    database
        .update(TARGET_EXPORT)
        .set(TARGET_EXPORT.ROWS, rows)
        .set(TARGET_EXPORT.FILE_SHA256, sha256)
        .where(TARGET_EXPORT.ID.eq(id))
        .execute();
  }

  /**
   * Forgets the files of exports from before a time.
   *
   * @return those that no other export names
   */
  public List<String> forgetFiles(Instant before) {
    List<String> forgotten =
        database
            .selectDistinct(TARGET_EXPORT.FILE_SHA256)
            .from(TARGET_EXPORT)
            .where(TARGET_EXPORT.CREATED_AT.lt(before).and(TARGET_EXPORT.FILE_SHA256.isNotNull()))
            .fetch(TARGET_EXPORT.FILE_SHA256);
    database
        .update(TARGET_EXPORT)
        .setNull(TARGET_EXPORT.FILE_SHA256)
        .where(TARGET_EXPORT.CREATED_AT.lt(before).and(TARGET_EXPORT.FILE_SHA256.isNotNull()))
        .execute();
    forgotten.removeAll(
        database
            .selectDistinct(TARGET_EXPORT.FILE_SHA256)
            .from(TARGET_EXPORT)
            .where(TARGET_EXPORT.FILE_SHA256.in(forgotten))
            .fetch(TARGET_EXPORT.FILE_SHA256));
    return forgotten;
  }

  /** An export of the person who is signed in; for others it does not exist. */
  public TargetExport get(UUID id) {
    return database
        .selectFrom(TARGET_EXPORT)
        .where(TARGET_EXPORT.ID.eq(id).and(TARGET_EXPORT.PERSON_ID.eq(SignedIn.get().personId())))
        .fetchOptional(this::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  private TargetExport read(TargetExportRecord r) {
    return new TargetExport(
        r.getId(),
        r.getAuthorityId(),
        r.getPersonId(),
        json.readValue(r.getFilter().data(), TargetListFilter.class),
        List.of(r.getFields()),
        r.getFormat(),
        r.getLanguage(),
        r.getPurpose(),
        r.getJobId(),
        r.getRows(),
        r.getFileSha256(),
        r.getCreatedAt());
  }
}
