package cn.sunlot.drawing.store;

import static cn.sunlot.drawing.store.jooq.Tables.ATTACHMENT;
import static cn.sunlot.drawing.store.jooq.Tables.DRAW;
import static cn.sunlot.drawing.store.jooq.Tables.REPORT;

import cn.sunlot.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stays of a draw besides its numbers: files, and the report to the regulation section. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class RecordStore {

  private final DSLContext database;

  RecordStore(DSLContext database) {
    this.database = database;
  }

  /**
   * A file of the record.
   *
   * @param kind {@code photo}, {@code video}, {@code record-sheet} or {@code signature}
   * @param size bytes
   * @param party who signed, of a signature
   */
  public record Attachment(
      UUID id,
      String kind,
      String sha256,
      long size,
      String mediaType,
      String name,
      @Nullable String party,
      Instant at,
      UUID by) {}

  /** The report of a draw to the regulation section (ZB-9.1). */
  public record Report(
      UUID departmentId,
      Instant at,
      @Nullable Instant acknowledgedAt,
      @Nullable UUID acknowledgedBy) {}

  /** A report that waits to be acknowledged. */
  public record OpenReport(UUID drawId, String number, UUID taskId) {}

  /** Adds a file unless the draw has the same one of that kind; says whether it was added. */
  public boolean add(UUID drawId, Attachment attachment) {
    return database
            .insertInto(ATTACHMENT)
            .set(ATTACHMENT.ID, Ids.next())
            .set(ATTACHMENT.DRAW_ID, drawId)
            .set(ATTACHMENT.KIND, attachment.kind())
            .set(ATTACHMENT.SHA256, attachment.sha256())
            .set(ATTACHMENT.SIZE, attachment.size())
            .set(ATTACHMENT.MEDIA_TYPE, attachment.mediaType())
            .set(ATTACHMENT.NAME, attachment.name())
            .set(ATTACHMENT.PARTY, attachment.party())
            .set(ATTACHMENT.AT, attachment.at())
            .set(ATTACHMENT.BY, attachment.by())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Files of a draw in the order they came. */
  public List<Attachment> listAttachments(UUID drawId) {
    return database
        .selectFrom(ATTACHMENT)
        .where(ATTACHMENT.DRAW_ID.eq(drawId))
        .orderBy(ATTACHMENT.ID)
        .fetch(
            a ->
                new Attachment(
                    a.getId(),
                    a.getKind(),
                    a.getSha256(),
                    a.getSize(),
                    a.getMediaType(),
                    a.getName(),
                    a.getParty(),
                    a.getAt(),
                    a.getBy()));
  }

  /** Kinds of the files of a draw. */
  public Set<String> listKinds(UUID drawId) {
    return listAttachments(drawId).stream().map(Attachment::kind).collect(Collectors.toSet());
  }

  /** Parties that have signed the record on glass. */
  public Set<String> listSigned(UUID drawId) {
    return listAttachments(drawId).stream()
        .map(Attachment::party)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  public void addReport(UUID drawId, UUID departmentId, Instant at) {
    database
        .insertInto(REPORT)
        .set(REPORT.DRAW_ID, drawId)
        .set(REPORT.DEPARTMENT_ID, departmentId)
        .set(REPORT.AT, at)
        .execute();
  }

  public Optional<Report> findReport(UUID drawId) {
    return database
        .selectFrom(REPORT)
        .where(REPORT.DRAW_ID.eq(drawId))
        .fetchOptional(
            r ->
                new Report(
                    r.getDepartmentId(), r.getAt(), r.getAcknowledgedAt(), r.getAcknowledgedBy()));
  }

  public void acknowledge(UUID drawId, UUID by, Instant at) {
    database
        .update(REPORT)
        .set(REPORT.ACKNOWLEDGED_AT, at)
        .set(REPORT.ACKNOWLEDGED_BY, by)
        .where(REPORT.DRAW_ID.eq(drawId).and(REPORT.ACKNOWLEDGED_AT.isNull()))
        .execute();
  }

  /** Reports that wait for people of this department, the oldest first. */
  public List<OpenReport> listOpenReports(UUID departmentId) {
    return database
        .select(DRAW.ID, DRAW.NUMBER, DRAW.TASK_ID)
        .from(REPORT)
        .join(DRAW)
        .on(DRAW.ID.eq(REPORT.DRAW_ID))
        .where(REPORT.DEPARTMENT_ID.eq(departmentId).and(REPORT.ACKNOWLEDGED_AT.isNull()))
        .orderBy(REPORT.AT, DRAW.ID)
        .fetch(r -> new OpenReport(r.value1(), r.value2(), r.value3()));
  }
}
