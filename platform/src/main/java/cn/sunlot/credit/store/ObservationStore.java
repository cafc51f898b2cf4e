package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.jooq.Tables.OBSERVATION_STAGING;
import static cn.sunlot.credit.store.jooq.Tables.VALUE_STAGING;

import cn.sunlot.credit.Credit.Observation;
import cn.sunlot.imports.ImportKind.Merged;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.registry.ClassesAndTags;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Observations and given values: staged, then merged in a few statements. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ObservationStore {

  /** A figure that another system gives of a target. */
  public record Given(UUID targetId, String code, int value, LocalDate day, String source) {}

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('credit.observation:' || ?, 0))";

  /**
   * What is new, or corrects what is known under the same reference. A correction keeps the class
   * that the target had when it was first told.
   */
  private static final String ADD =
      """
      INSERT INTO credit.observation (id, authority_id, target_id, kind, day, selection, occasion,
        class_then, source, ref, revision, recorded_at)
      SELECT s.id, CAST(? AS uuid), s.target_id, s.kind, s.day, s.selection, s.occasion,
        coalesce(o.class_then, %s(s.target_id, s.day), 'N'), s.source, s.ref,
        coalesce(s.revision, o.revision + 1, 1), CAST(? AS timestamptz)
      FROM credit.observation_staging s
      LEFT JOIN LATERAL (
        SELECT * FROM credit.observation k
        WHERE k.authority_id = ? AND k.source = s.source AND k.ref = s.ref
        ORDER BY k.revision DESC LIMIT 1) o ON true
      WHERE s.import_id = ? AND (o.id IS NULL OR s.revision > o.revision
        OR (s.revision IS NULL AND (o.target_id, o.kind, o.day, o.selection, o.occasion)
          IS DISTINCT FROM (s.target_id, s.kind, s.day, s.selection, s.occasion)))
      """
          .formatted(ClassesAndTags.CLASS_ON);

  private static final String SUPERSEDE =
      """
      UPDATE credit.observation o SET superseded_by = n.id
      FROM credit.observation n JOIN credit.observation_staging s ON s.id = n.id
      WHERE s.import_id = ? AND o.authority_id = n.authority_id AND o.source = n.source
        AND o.ref = n.ref AND o.revision < n.revision AND o.superseded_by IS NULL
      """;

  private static final String SUPERSEDE_VALUES =
      """
      UPDATE credit.given_value g SET superseded_by = s.id
      FROM credit.value_staging s
      WHERE s.import_id = ? AND g.authority_id = ? AND g.target_id = s.target_id AND g.code = s.code
        AND g.superseded_by IS NULL AND (s.day > g.day
          OR s.day = g.day AND (s.value, s.source) IS DISTINCT FROM (g.value, g.source))
      """;

  private static final String ADD_VALUES =
      """
      INSERT INTO credit.given_value
        (id, authority_id, target_id, code, value, day, source, recorded_at)
      SELECT s.id, CAST(? AS uuid), s.target_id, s.code, s.value, s.day, s.source,
        CAST(? AS timestamptz)
      FROM credit.value_staging s
      WHERE s.import_id = ? AND NOT EXISTS (
        SELECT FROM credit.given_value g
        WHERE g.target_id = s.target_id AND g.code = s.code AND g.superseded_by IS NULL)
      """;

  private final DSLContext database;
  private final Clock clock;

  ObservationStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Lets these wait for {@link #merge}.
   *
   * @param numbered whether their revisions are known; else what differs is a correction
   */
  public void stage(UUID batchId, Collection<Observation> observations, boolean numbered) {
    var rows =
        observations.stream()
            .map(
                one -> {
                  var row = database.newRecord(OBSERVATION_STAGING);
                  row.setImportId(batchId);
                  row.setRowNumber(0);
                  row.setId(Ids.next());
                  row.setTargetId(one.targetId());
                  row.setKind(Lifecycle.wireName(one.kind()));
                  row.setDay(one.day());
                  row.setSelection(Lifecycle.wireName(one.selection()));
                  row.setOccasion(one.occasion());
                  row.setSource(one.source());
                  row.setRef(one.ref());
                  row.setRevision(numbered ? one.revision() : null);
                  return row;
                })
            .toList();
    database.batchInsert(rows).execute();
  }

  public Merged merge(UUID authorityId, UUID batchId) {
    database.fetch(LOCK, authorityId.toString());
    MergedTargets.follow(database, "credit.observation_staging", batchId);
    int staged =
        database.fetchCount(OBSERVATION_STAGING, OBSERVATION_STAGING.IMPORT_ID.eq(batchId));
    int inserted = database.execute(ADD, authorityId, now(), authorityId, batchId);
    int changed = database.execute(SUPERSEDE, batchId);
    return new Merged(inserted - changed, changed, staged - inserted);
  }

  public void clear(UUID batchId) {
    database
        .deleteFrom(OBSERVATION_STAGING)
        .where(OBSERVATION_STAGING.IMPORT_ID.eq(batchId))
        .execute();
  }

  /** Lets these wait for {@link #mergeValues}. */
  public void stageValues(UUID batchId, List<Given> given) {
    var rows =
        given.stream()
            .map(
                one -> {
                  var row = database.newRecord(VALUE_STAGING);
                  row.setImportId(batchId);
                  row.setRowNumber(0);
                  row.setId(Ids.next());
                  row.setTargetId(one.targetId());
                  row.setCode(one.code());
                  row.setValue(one.value());
                  row.setDay(one.day());
                  row.setSource(one.source());
                  return row;
                })
            .toList();
    database.batchInsert(rows).execute();
  }

  /** Values older than what is known change nothing. */
  public Merged mergeValues(UUID authorityId, UUID batchId) {
    database.fetch(LOCK, authorityId.toString());
    MergedTargets.follow(database, "credit.value_staging", batchId);
    int staged = database.fetchCount(VALUE_STAGING, VALUE_STAGING.IMPORT_ID.eq(batchId));
    int changed = database.execute(SUPERSEDE_VALUES, batchId, authorityId);
    int inserted = database.execute(ADD_VALUES, authorityId, now(), batchId);
    return new Merged(inserted - changed, changed, staged - inserted);
  }

  public void clearValues(UUID batchId) {
    database.deleteFrom(VALUE_STAGING).where(VALUE_STAGING.IMPORT_ID.eq(batchId)).execute();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
  }
}
