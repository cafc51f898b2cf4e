package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET_TAGGING;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.domain.TargetTagging;
import cn.sunlot.registry.store.index.TargetIndexFeeder;
import cn.sunlot.registry.store.jooq.tables.records.TargetTaggingRecord;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Tags many targets in one statement, each with its history. */
@Repository
@Transactional
public class TargetTaggingStore {

  private static final String TAG =
      """
      WITH differing AS (
        SELECT id, tags AS old_tags, CASE WHEN CAST(? AS boolean)
            THEN ARRAY(SELECT x FROM unnest(tags || CAST(? AS text)) x ORDER BY x COLLATE "C")
            ELSE array_remove(tags, CAST(? AS text)) END AS new_tags
        FROM registry.target
        WHERE id = ANY (CAST(? AS uuid[])) AND (CAST(? AS text) = ANY (tags)) <> CAST(? AS boolean)
        FOR UPDATE
      ), updated AS (
        UPDATE registry.target t
        SET tags = new_tags, updated_at = CAST(? AS timestamptz), version = t.version + 1
        FROM differing d WHERE d.id = t.id
      )
      INSERT INTO registry.target_change
        (id, target_id, authority_id, at, person_id, reason, changes)
      SELECT gen_random_uuid(), id, CAST(? AS uuid), CAST(? AS timestamptz), CAST(? AS uuid), ?,
        jsonb_build_object('tags', jsonb_build_array(to_jsonb(old_tags), to_jsonb(new_tags)))
      FROM differing
      """;

  private final DSLContext database;
  private final ObjectMapper json;
  private final Clock clock;
  private final TargetIndexFeeder index;

  TargetTaggingStore(DSLContext database, ObjectMapper json, Clock clock, TargetIndexFeeder index) {
    this.database = database;
    this.json = json;
    this.clock = clock;
    this.index = index;
  }

  public void add(TargetTagging added) {
    TargetTaggingRecord row = database.newRecord(TARGET_TAGGING);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setPersonId(added.personId());
    row.setFilter(JSONB.jsonb(json.writeValueAsString(added.filter())));
    row.setTag(added.tag());
    row.setOnIt(added.on());
    row.setReason(added.reason());
    row.setJobId(added.jobId());
    row.setCounted(added.counted());
    row.setCreatedAt(added.createdAt());
    row.insert();
  }

  /** Tags these targets where they differ; returns how many did. */
  public int tag(TargetTagging tagging, List<UUID> ids) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    index.wakeAfterCommit();
    return database.execute(
        TAG,
        tagging.on(),
        tagging.tag(),
        tagging.tag(),
        ids.toArray(UUID[]::new),
        tagging.tag(),
        tagging.on(),
        now,
        tagging.authorityId(),
        now,
        tagging.personId(),
        tagging.reason());
  }

  /** Keeps how many were changed. */
  public void finish(UUID id, long changed) {
    database
        .update(TARGET_TAGGING)
        .set(TARGET_TAGGING.CHANGED, changed)
        .where(TARGET_TAGGING.ID.eq(id))
        .execute();
  }

  /** One of the person who is signed in; for others it does not exist. */
  public TargetTagging get(UUID id) {
    return database
        .selectFrom(TARGET_TAGGING)
        .where(TARGET_TAGGING.ID.eq(id).and(TARGET_TAGGING.PERSON_ID.eq(SignedIn.get().personId())))
        .fetchOptional(this::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  private TargetTagging read(TargetTaggingRecord r) {
    return new TargetTagging(
        r.getId(),
        r.getAuthorityId(),
        r.getPersonId(),
        json.readValue(r.getFilter().data(), TargetListFilter.class),
        r.getTag(),
        r.getOnIt(),
        r.getReason(),
        r.getJobId(),
        r.getCounted(),
        r.getChanged(),
        r.getCreatedAt());
  }
}
