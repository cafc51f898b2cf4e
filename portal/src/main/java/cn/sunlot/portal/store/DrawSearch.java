package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.DRAW;
import static cn.sunlot.portal.store.jooq.Tables.DRAW_EXCLUDED;
import static cn.sunlot.portal.store.jooq.Tables.DRAW_STRATUM;
import static cn.sunlot.portal.store.jooq.Tables.TRANSCRIPT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;

import cn.sunlot.portal.store.jooq.tables.records.DrawExcludedRecord;
import cn.sunlot.portal.store.jooq.tables.records.DrawRecord;
import cn.sunlot.portal.store.jooq.tables.records.DrawStratumRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Draws that were made, and those that were given up. */
@Repository
@Transactional(readOnly = true)
public class DrawSearch {

  /** A transcript without its content. */
  public record TranscriptFile(String sha256, long size) {}

  /** A transcript as a zip. */
  public record TranscriptContent(byte[] content, String sha256) {}

  private final DSLContext database;

  DrawSearch(DSLContext database) {
    this.database = database;
  }

  /** Draws, newest first. */
  public Page<DrawRecord> page(int number) {
    List<DrawRecord> rows =
        database
            .selectFrom(DRAW)
            .orderBy(DRAW.SHOWN_AT.desc(), DRAW.ID)
            .limit(Page.SIZE)
            .offset(Page.offset(number))
            .fetch();
    return new Page<>(rows, database.fetchCount(DRAW), number);
  }

  /**
   * How many draws of a department or bureau were shown in a year, and how many of them are void.
   *
   * @param ended those that have no further rounds, though what they drew stands
   */
  public record YearCount(
      String authority, String body, int year, int all, int voided, int ended) {}

  /** The counts of every department and bureau, the last year first. */
  public List<YearCount> countByYear() {
    var year =
        field(
            "extract(year FROM {0} AT TIME ZONE 'Asia/Shanghai')::integer",
            Integer.class, DRAW.SHOWN_AT);
    var voided = count().filterWhere(DRAW.STATE.eq("void"));
    var ended = count().filterWhere(DRAW.STATE.ne("void").and(DRAW.VOID_AT.isNotNull()));
    return database
        .select(DRAW.AUTHORITY, DRAW.BODY, year, count(), voided, ended)
        .from(DRAW)
        .groupBy(DRAW.AUTHORITY_ID, DRAW.AUTHORITY, DRAW.BODY, year)
        .orderBy(year.desc(), DRAW.AUTHORITY, DRAW.BODY)
        .fetch(
            r ->
                new YearCount(
                    r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
  }

  public Optional<DrawRecord> find(UUID id) {
    return database.selectFrom(DRAW).where(DRAW.ID.eq(id)).fetchOptional();
  }

  /** Draws of a task, void ones too, in the order they became public. */
  public List<DrawRecord> listOfTask(UUID taskId) {
    return database
        .selectFrom(DRAW)
        .where(DRAW.TASK_ID.eq(taskId))
        .orderBy(DRAW.SHOWN_AT, DRAW.NUMBER)
        .fetch();
  }

  /** The draw that took the place of a void one. */
  public Optional<DrawRecord> findSuccessor(UUID id) {
    return database.selectFrom(DRAW).where(DRAW.PREVIOUS_ID.eq(id)).fetchOptional();
  }

  public List<DrawStratumRecord> listStrata(UUID drawId) {
    return database
        .selectFrom(DRAW_STRATUM)
        .where(DRAW_STRATUM.DRAW_ID.eq(drawId))
        .orderBy(DRAW_STRATUM.STRATUM)
        .fetch();
  }

  public List<DrawExcludedRecord> listExcluded(UUID drawId) {
    return database
        .selectFrom(DRAW_EXCLUDED)
        .where(DRAW_EXCLUDED.DRAW_ID.eq(drawId))
        .orderBy(DRAW_EXCLUDED.UNITS.desc(), DRAW_EXCLUDED.REASON)
        .fetch();
  }

  public Optional<TranscriptFile> findTranscript(UUID drawId) {
    var size = field("octet_length({0})", Long.class, TRANSCRIPT.CONTENT);
    return database
        .select(TRANSCRIPT.SHA256, size)
        .from(TRANSCRIPT)
        .where(TRANSCRIPT.DRAW_ID.eq(drawId))
        .fetchOptional(r -> new TranscriptFile(r.value1(), r.value2()));
  }

  public Optional<TranscriptContent> findTranscriptContent(UUID drawId) {
    return database
        .selectFrom(TRANSCRIPT)
        .where(TRANSCRIPT.DRAW_ID.eq(drawId))
        .fetchOptional(r -> new TranscriptContent(r.getContent(), r.getSha256()));
  }

  /** The same by the ref of the draw. */
  public Optional<TranscriptContent> findTranscriptContent(String ref) {
    return database
        .select(DRAW.ID)
        .from(DRAW)
        .where(DRAW.DRAW_REF.eq(ref))
        .fetchOptional(DRAW.ID)
        .flatMap(this::findTranscriptContent);
  }
}
