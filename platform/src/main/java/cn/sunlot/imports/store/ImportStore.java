package cn.sunlot.imports.store;

import static cn.sunlot.imports.store.jooq.Tables.IMPORT;
import static cn.sunlot.imports.store.jooq.Tables.MAPPING;

import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Import.Counts;
import cn.sunlot.imports.domain.Import.Failure;
import cn.sunlot.imports.domain.Import.SentFile;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.store.jooq.tables.records.ImportRecord;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Imports as rows. */
@Repository
@Transactional
public class ImportStore {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Integer>> NUMBERS = new TypeReference<>() {};

  private final DSLContext database;
  private final ObjectMapper json;

  ImportStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public void add(Import added) {
    ImportRecord row = database.newRecord(IMPORT);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setDepartmentId(added.departmentId());
    row.setPersonId(added.startedBy().id());
    row.setPersonName(added.startedBy().name());
    row.setNumber(added.number());
    row.setKind(added.kind());
    row.setFileName(added.file().name());
    row.setFileSha256(added.file().sha256());
    row.setFileBytes(added.file().bytes());
    row.setHeader(added.file().header().toArray(String[]::new));
    row.setLanguage(added.language());
    row.setCreatedAt(added.createdAt());
    fill(row, added);
    row.insert();
  }

  /**
   * Saves what may change.
   *
   * @throws Refused if somebody else has changed it since
   */
  public Import save(Import changed) {
    ImportRecord row = new ImportRecord();
    fill(row, changed);
    row.setVersion(changed.version() + 1);
    int updated =
        database
            .update(IMPORT)
            .set(row)
            .where(IMPORT.ID.eq(changed.id()).and(IMPORT.VERSION.eq(changed.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, changed.version(), get(changed.id()).version());
    }
    return get(changed.id());
  }

  /** Keeps how many rows a scan counted, for the progress. */
  public void keepRows(UUID id, int rows) {
    database.update(IMPORT).set(IMPORT.READ, rows).where(IMPORT.ID.eq(id)).execute();
  }

  /**
   * An import of a department for which the person on this thread acts.
   *
   * @throws Refused {@code ONLY_TO_LOOK_AT} if it is another's
   */
  public Import getHandled(UUID id) {
    Import im = get(id);
    if (!SignedIn.get().handles(im.departmentId())) {
      throw Refused.because(KernelProblem.ONLY_TO_LOOK_AT, im.number());
    }
    return im;
  }

  public Import get(UUID id) {
    return database
        .selectFrom(IMPORT)
        .where(IMPORT.ID.eq(id))
        .fetchOptional(r -> read(r, json))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public Optional<Map<String, String>> findMapping(UUID authorityId, String kind, String key) {
    return database
        .select(MAPPING.MAPPING_)
        .from(MAPPING)
        .where(
            MAPPING
                .AUTHORITY_ID
                .eq(authorityId)
                .and(MAPPING.KIND.eq(kind))
                .and(MAPPING.HEADER_KEY.eq(key)))
        .fetchOptional(r -> json.readValue(r.value1().data(), TEXTS));
  }

  public void keepMapping(UUID authorityId, String kind, String key, Map<String, String> mapping) {
    JSONB value = JSONB.jsonb(json.writeValueAsString(mapping));
    database
        .insertInto(MAPPING)
        .set(MAPPING.AUTHORITY_ID, authorityId)
        .set(MAPPING.KIND, kind)
        .set(MAPPING.HEADER_KEY, key)
        .set(MAPPING.MAPPING_, value)
        .onConflict(MAPPING.AUTHORITY_ID, MAPPING.KIND, MAPPING.HEADER_KEY)
        .doUpdate()
        .set(MAPPING.MAPPING_, value)
        .execute();
  }

  private void fill(ImportRecord row, Import changed) {
    Counts counts = changed.counts();
    row.setState(Lifecycle.wireName(changed.state()));
    row.setMapping(JSONB.jsonb(json.writeValueAsString(changed.mapping())));
    row.setJobId(changed.jobId());
    row.setRead(counts.read());
    row.setAdded(counts.added());
    row.setChanged(counts.changed());
    row.setUnchanged(counts.unchanged());
    row.setRejected(counts.rejected());
    row.setWarned(counts.warned());
    row.setFindings(JSONB.jsonb(json.writeValueAsString(counts.findings())));
    row.setErrorSha256(changed.errorSha256());
    row.setFailureZh(changed.failure().zh());
    row.setFailureEn(changed.failure().en());
    row.setEndedAt(changed.endedAt());
  }

  static Import read(ImportRecord r, ObjectMapper json) {
    return new Import(
        r.getId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        new NamedId(r.getPersonId(), r.getPersonName()),
        r.getNumber(),
        r.getKind(),
        Lifecycle.parse(ImportState.class, r.getState()),
        r.getVersion(),
        new SentFile(r.getFileName(), r.getFileSha256(), r.getFileBytes(), List.of(r.getHeader())),
        json.readValue(r.getMapping().data(), TEXTS),
        r.getLanguage(),
        r.getJobId(),
        new Counts(
            r.getRead(),
            r.getAdded(),
            r.getChanged(),
            r.getUnchanged(),
            r.getRejected(),
            r.getWarned(),
            json.readValue(r.getFindings().data(), NUMBERS)),
        r.getErrorSha256(),
        new Failure(r.getFailureZh(), r.getFailureEn()),
        r.getCreatedAt(),
        r.getEndedAt());
  }
}
