package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET_CHANGE;
import static org.jooq.impl.DSL.field;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.ClassesAndTags;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over staged classes and tags in one statement each, however many they are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ClassesAndTagsStore implements ClassesAndTags {

  /** The lock that an import of targets takes, too. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('registry.target:' || ?, 0))";

  private static final String CLASSES =
      """
      WITH incoming AS (
        SELECT t.id, t.unit_id, t.risk_class AS old_class, s.risk_class AS new_class
        FROM registry.target t JOIN registry.class_staging s ON s.target_id = t.id
        WHERE s.batch_id = ? AND t.authority_id = ? AND t.risk_class <> s.risk_class
        FOR UPDATE OF t
      ), updated AS (
        UPDATE registry.target t SET risk_class = i.new_class, version = t.version + 1,
          updated_at = CAST(? AS timestamptz)
        FROM incoming i WHERE t.id = i.id
      ), logged AS (
        INSERT INTO registry.target_change
          (id, target_id, authority_id, at, person_id, reason, changes)
        SELECT kernel.next_id(), id, CAST(? AS uuid), CAST(? AS timestamptz), CAST(? AS uuid), ?,
          jsonb_build_object('riskClass', jsonb_build_array(old_class, new_class))
        FROM incoming
      )
      SELECT count(*), encode(sha256(convert_to(coalesce(string_agg(
        unit_id || ' ' || old_class || ' ' || new_class, E'\\n' ORDER BY unit_id COLLATE "C"), ''),
        'UTF8')), 'hex')
      FROM incoming
      """;

  private static final String TAGS =
      """
      WITH asked AS (
        SELECT target_id, coalesce(array_agg(tag) FILTER (WHERE wanted), '{}') AS on_tags,
          coalesce(array_agg(tag) FILTER (WHERE NOT wanted), '{}') AS off_tags
        FROM registry.tag_staging WHERE batch_id = ? GROUP BY target_id
      ), incoming AS (
        SELECT t.id, t.tags AS old_tags, ARRAY(
          SELECT DISTINCT tag COLLATE "C" FROM unnest(t.tags || a.on_tags) AS tag
          WHERE tag <> ALL (a.off_tags) ORDER BY 1) AS new_tags
        FROM registry.target t JOIN asked a ON a.target_id = t.id
        WHERE t.authority_id = ?
        FOR UPDATE OF t
      ), differing AS (
        SELECT * FROM incoming WHERE NOT (old_tags @> new_tags AND new_tags @> old_tags)
      ), updated AS (
        UPDATE registry.target t SET tags = d.new_tags, version = t.version + 1,
          updated_at = CAST(? AS timestamptz)
        FROM differing d WHERE t.id = d.id
      ), logged AS (
        INSERT INTO registry.target_change
          (id, target_id, authority_id, at, person_id, reason, changes)
        SELECT kernel.next_id(), id, CAST(? AS uuid), CAST(? AS timestamptz), CAST(? AS uuid), ?,
          jsonb_build_object('tags', jsonb_build_array(to_jsonb(old_tags), to_jsonb(new_tags)))
        FROM differing
      )
      SELECT count(*) FROM differing
      """;

  private final DSLContext database;
  private final Clock clock;

  ClassesAndTagsStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Applied applyClasses(UUID authorityId, UUID batchId, String reason) {
    Record done = take(CLASSES, authorityId, batchId, reason);
    database.execute("DELETE FROM registry.class_staging WHERE batch_id = ?", batchId);
    return new Applied(done.get(0, Long.class), done.get(1, String.class));
  }

  @Override
  public long applyTags(UUID authorityId, UUID batchId, String reason) {
    Record done = take(TAGS, authorityId, batchId, reason);
    database.execute("DELETE FROM registry.tag_staging WHERE batch_id = ?", batchId);
    return done.get(0, Long.class);
  }

  private Record take(String sql, UUID authorityId, UUID batchId, String reason) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    @Nullable UUID person = SignedIn.find().map(SignedIn::personId).orElse(null);
    database.fetch(LOCK, authorityId.toString());
    return database.fetchSingle(sql, batchId, authorityId, now, authorityId, now, person, reason);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ClassChange> listClassChanges(UUID targetId) {
    var from = field("{0}->'riskClass'->>0", String.class, TARGET_CHANGE.CHANGES);
    var to = field("{0}->'riskClass'->>1", String.class, TARGET_CHANGE.CHANGES);
    return database
        .select(TARGET_CHANGE.AT, from, to, TARGET_CHANGE.REASON, TARGET_CHANGE.PERSON_ID)
        .from(TARGET_CHANGE)
        .where(TARGET_CHANGE.TARGET_ID.eq(targetId).and(from.isNotNull()))
        .orderBy(TARGET_CHANGE.AT.desc(), TARGET_CHANGE.ID.desc())
        .fetch(r -> new ClassChange(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
  }
}
