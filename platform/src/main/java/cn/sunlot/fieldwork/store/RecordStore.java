package cn.sunlot.fieldwork.store;

import static cn.sunlot.fieldwork.store.jooq.Tables.EVIDENCE;
import static cn.sunlot.fieldwork.store.jooq.Tables.VISIT_RECORD;

import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordState;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.domain.VisitRecord.Entry;
import cn.sunlot.fieldwork.domain.VisitRecord.Review;
import cn.sunlot.fieldwork.store.jooq.tables.records.VisitRecordRecord;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Loads and saves records of visits and their evidence. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class RecordStore {

  /**
   * A piece of evidence.
   *
   * @param kind {@code photo}, {@code video}, {@code audio}, {@code document}, {@code signature}
   */
  public record Evidence(
      UUID id,
      String kind,
      String sha256,
      String fileName,
      String mediaType,
      long size,
      String caption,
      UUID addedBy,
      Instant addedAt) {}

  private final DSLContext database;
  private final ObjectMapper json;

  RecordStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public void add(VisitRecord entry) {
    database
        .insertInto(VISIT_RECORD)
        .set(VISIT_RECORD.ID, entry.id())
        .set(VISIT_RECORD.VISIT_ID, entry.visitId())
        .set(VISIT_RECORD.AUTHORITY_ID, entry.authorityId())
        .set(VISIT_RECORD.DEPARTMENT_ID, entry.departmentId())
        .set(VISIT_RECORD.STATE, Lifecycle.wireName(entry.state()))
        .set(VISIT_RECORD.CONTENT, content(entry.content()))
        .onConflictDoNothing()
        .execute();
  }

  /** The record of a department. */
  public Optional<VisitRecord> find(UUID visitId, UUID departmentId) {
    return database
        .selectFrom(VISIT_RECORD)
        .where(VISIT_RECORD.VISIT_ID.eq(visitId))
        .and(VISIT_RECORD.DEPARTMENT_ID.eq(departmentId))
        .fetchOptional(this::visitRecord);
  }

  /** The records of all departments that began one. */
  public List<VisitRecord> list(UUID visitId) {
    return database
        .selectFrom(VISIT_RECORD)
        .where(VISIT_RECORD.VISIT_ID.eq(visitId))
        .orderBy(VISIT_RECORD.ID)
        .fetch(this::visitRecord);
  }

  /** Lets the departments of a visit hand in one after the other. */
  public void lockAll(UUID visitId) {
    database
        .select(VISIT_RECORD.ID)
        .from(VISIT_RECORD)
        .where(VISIT_RECORD.VISIT_ID.eq(visitId))
        .orderBy(VISIT_RECORD.ID)
        .forUpdate()
        .fetch();
  }

  public VisitRecord lock(UUID visitId, UUID departmentId) {
    return database
        .selectFrom(VISIT_RECORD)
        .where(VISIT_RECORD.VISIT_ID.eq(visitId))
        .and(VISIT_RECORD.DEPARTMENT_ID.eq(departmentId))
        .forUpdate()
        .fetchOptional(this::visitRecord)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, visitId));
  }

  public void save(VisitRecord entry) {
    Entry handedIn = entry.entry();
    Review review = entry.review();
    int changed =
        database
            .update(VISIT_RECORD)
            .set(VISIT_RECORD.STATE, Lifecycle.wireName(entry.state()))
            .set(VISIT_RECORD.VISITED_ON, entry.content().visitedOn())
            .set(VISIT_RECORD.CONTENT, content(entry.content()))
            .set(VISIT_RECORD.SUBMITTED_BY, handedIn == null ? null : handedIn.by())
            .set(VISIT_RECORD.SUBMITTED_AT, handedIn == null ? null : handedIn.at())
            .set(VISIT_RECORD.MADE_ON, handedIn == null ? null : handedIn.madeOn())
            .set(VISIT_RECORD.MOBILE, handedIn != null && handedIn.mobile())
            .set(VISIT_RECORD.REVIEWED_BY, review == null ? null : review.by())
            .set(VISIT_RECORD.REVIEWED_AT, review == null ? null : review.at())
            .set(VISIT_RECORD.REVIEW_NOTE, review == null ? "" : review.note())
            .set(VISIT_RECORD.VERSION, entry.version() + 1)
            .where(VISIT_RECORD.ID.eq(entry.id()).and(VISIT_RECORD.VERSION.eq(entry.version())))
            .execute();
    if (changed == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH,
          entry.version(),
          lock(entry.visitId(), entry.departmentId()).version());
    }
  }

  /** Visits with a record in this state of departments of the scope, the oldest first. */
  public List<UUID> listVisits(Scope scope, RecordState state) {
    return database
        .selectDistinct(VISIT_RECORD.VISIT_ID, VISIT_RECORD.SUBMITTED_AT)
        .from(VISIT_RECORD)
        .where(
            scope
                .covers(VISIT_RECORD.DEPARTMENT_ID)
                .and(VISIT_RECORD.STATE.eq(Lifecycle.wireName(state))))
        .orderBy(VISIT_RECORD.SUBMITTED_AT, VISIT_RECORD.VISIT_ID)
        .fetch(VISIT_RECORD.VISIT_ID);
  }

  public void addEvidence(UUID visitId, UUID authorityId, Evidence evidence) {
    database
        .insertInto(EVIDENCE)
        .set(EVIDENCE.ID, evidence.id())
        .set(EVIDENCE.VISIT_ID, visitId)
        .set(EVIDENCE.AUTHORITY_ID, authorityId)
        .set(EVIDENCE.KIND, evidence.kind())
        .set(EVIDENCE.SHA256, evidence.sha256())
        .set(EVIDENCE.FILE_NAME, evidence.fileName())
        .set(EVIDENCE.MEDIA_TYPE, evidence.mediaType())
        .set(EVIDENCE.SIZE, evidence.size())
        .set(EVIDENCE.CAPTION, evidence.caption())
        .set(EVIDENCE.ADDED_BY, evidence.addedBy())
        .set(EVIDENCE.ADDED_AT, evidence.addedAt())
        .execute();
  }

  public List<Evidence> listEvidence(UUID visitId) {
    return database
        .selectFrom(EVIDENCE)
        .where(EVIDENCE.VISIT_ID.eq(visitId))
        .orderBy(EVIDENCE.ADDED_AT, EVIDENCE.ID)
        .fetch(
            r ->
                new Evidence(
                    r.getId(),
                    r.getKind(),
                    r.getSha256(),
                    r.getFileName(),
                    r.getMediaType(),
                    r.getSize(),
                    r.getCaption(),
                    r.getAddedBy(),
                    r.getAddedAt()));
  }

  private JSONB content(RecordContent content) {
    return JSONB.valueOf(json.writeValueAsString(content));
  }

  private VisitRecord visitRecord(VisitRecordRecord r) {
    return new VisitRecord(
        r.getId(),
        r.getVisitId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        Lifecycle.parse(RecordState.class, r.getState()),
        json.readValue(r.getContent().data(), RecordContent.class),
        r.getSubmittedBy() == null
            ? null
            : new Entry(r.getSubmittedBy(), r.getSubmittedAt(), r.getMadeOn(), r.getMobile()),
        r.getReviewedBy() == null
            ? null
            : new Review(r.getReviewedBy(), r.getReviewedAt(), r.getReviewNote()),
        r.getVersion());
  }
}
