package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.jooq.Tables.LIST_ENTRY;
import static cn.sunlot.credit.store.jooq.Tables.LIST_STAGING;

import cn.sunlot.credit.domain.ListEntry;
import cn.sunlot.credit.domain.ListEntry.Ended;
import cn.sunlot.credit.domain.ListEntry.Said;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.credit.domain.Scorecard.Complaints;
import cn.sunlot.credit.store.jooq.tables.records.ListEntryRecord;
import cn.sunlot.imports.ImportKind.Merged;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.ClassesAndTags;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries of lists. Each change is staged and merged in a few statements, one row or a million;
 * then the tags of the registry follow.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ListStore {

  /** Entries {@code e} that put their target on the list on a day, given three times. */
  static final String ACTIVE =
      "e.superseded_by IS NULL AND e.from_day <= ? AND (e.until_day IS NULL OR e.until_day >= ?)"
          + " AND (e.ended_on IS NULL OR e.ended_on > ?)";

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('credit.list:' || ?, 0))";

  private static final String SUPERSEDE =
      """
      UPDATE credit.list_entry e SET superseded_by = s.id, version = e.version + 1
      FROM credit.list_staging s
      WHERE s.import_id = ? AND e.authority_id = ? AND e.target_id = s.target_id
        AND e.list = s.list AND e.from_day = s.from_day AND e.superseded_by IS NULL
        AND (e.until_day, coalesce(s.ended_on, e.ended_on), e.ground, e.decided_by, e.document)
          IS DISTINCT FROM (s.until_day, e.ended_on, s.ground, s.decided_by, s.document)
      """;

  private static final String ADD =
      """
      INSERT INTO credit.list_entry (id, authority_id, target_id, list, from_day, until_day,
        ended_on, ground, decided_by, document, source, entered_by, entered_at)
      SELECT s.id, CAST(? AS uuid), s.target_id, s.list, s.from_day, s.until_day,
        coalesce(s.ended_on, (SELECT p.ended_on FROM credit.list_entry p
          WHERE p.target_id = s.target_id AND p.superseded_by = s.id)), s.ground, s.decided_by, s.document, ?, CAST(? AS uuid), CAST(? AS timestamptz)
      FROM credit.list_staging s
      WHERE s.import_id = ? AND NOT EXISTS (
        SELECT FROM credit.list_entry e WHERE e.target_id = s.target_id AND e.list = s.list
          AND e.from_day = s.from_day AND e.superseded_by IS NULL)
      """;

  /** Of the three lists, the one that began last holds. */
  private static final String LEAVE_OTHERS =
      """
      UPDATE credit.list_entry e SET ended_on = greatest(n.from_day, e.from_day),
        end_reason = ?, version = e.version + 1
      FROM credit.list_entry n
      WHERE n.target_id = e.target_id AND n.authority_id = e.authority_id
        AND n.list = ? AND e.list = ANY (?)
        AND n.id IN (SELECT id FROM credit.list_staging WHERE import_id = ?)
        AND n.superseded_by IS NULL AND e.superseded_by IS NULL
        AND (e.from_day, e.id) < (n.from_day, n.id)
        AND (e.until_day IS NULL OR e.until_day >= n.from_day)
        AND (e.ended_on IS NULL OR e.ended_on > n.from_day)
      """;

  /** What the registry shows of these targets and what it should. */
  private static final String TAGS_DUE =
      """
      WITH state AS (
        SELECT e.id, e.target_id, e.list, e.tagged, (%s) AS active
        FROM credit.list_entry e WHERE e.authority_id = ? AND (%s)
      ), moved AS (
        SELECT DISTINCT target_id, list FROM state WHERE active <> tagged
      ), wanted AS (
        SELECT m.target_id, m.list, bool_or(s.active) AS wanted
        FROM moved m JOIN state s USING (target_id, list) GROUP BY 1, 2
      ), handed AS (
        INSERT INTO %s (batch_id, target_id, tag, wanted)
        SELECT CAST(? AS uuid), target_id, CAST(? AS jsonb)->>list, wanted FROM wanted
      ), shown AS (
        UPDATE credit.list_entry e SET tagged = s.active FROM state s
        WHERE e.id = s.id AND s.active <> s.tagged
      )
      SELECT count(*) FROM wanted
      """
          .formatted(ACTIVE, "%s", ClassesAndTags.TAGS);

  /** All lists on which a target has ever stood. */
  private static final String RESTATE =
      """
      WITH state AS (
        SELECT e.id, e.target_id, e.list, e.tagged, (%s) AS active
        FROM credit.list_entry e WHERE e.authority_id = ? AND e.target_id = ?
      ), shown AS (
        UPDATE credit.list_entry e SET tagged = s.active FROM state s
        WHERE e.id = s.id AND s.active <> s.tagged
      )
      INSERT INTO %s (batch_id, target_id, tag, wanted)
      SELECT CAST(? AS uuid), target_id, CAST(? AS jsonb)->>list, bool_or(active)
      FROM state GROUP BY target_id, list
      """
          .formatted(ACTIVE, ClassesAndTags.TAGS);

  private static final String COMPLAINED =
      """
      INSERT INTO credit.list_staging (import_id, row_number, id, target_id, list, from_day,
        until_day, ground, decided_by, document)
      SELECT CAST(? AS uuid), 0, kernel.next_id(), o.target_id, 'repeated-complaints',
        CAST(? AS date), NULL, ?, '', ''
      FROM credit.observation o
      WHERE o.authority_id = ? AND o.superseded_by IS NULL AND o.kind = 'complaint'
        AND o.day > ? AND o.day <= ?
        AND NOT EXISTS (SELECT FROM credit.list_entry e WHERE e.target_id = o.target_id
          AND e.list = 'repeated-complaints' AND %s)
      GROUP BY o.target_id HAVING count(*) >= ?
      """
          .formatted(ACTIVE);

  private static final String CALMED =
      """
      UPDATE credit.list_entry e SET ended_on = greatest(CAST(? AS date), e.from_day),
        end_reason = ?, version = e.version + 1
      WHERE e.authority_id = ? AND e.list = 'repeated-complaints' AND e.source = 'computed'
        AND e.ended_on IS NULL AND e.superseded_by IS NULL AND (
          SELECT count(*) FROM credit.observation o WHERE o.target_id = e.target_id
            AND o.superseded_by IS NULL AND o.kind = 'complaint' AND o.day > ? AND o.day <= ?) < ?
      """;

  private final DSLContext database;
  private final ClassesAndTags tags;
  private final Clock clock;

  ListStore(DSLContext database, ClassesAndTags tags, Clock clock) {
    this.database = database;
    this.tags = tags;
    this.clock = clock;
  }

  public ListEntry get(UUID id) {
    return database
        .selectFrom(LIST_ENTRY)
        .where(LIST_ENTRY.ID.eq(id))
        .fetchOptional(ListStore::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The entry that has a target on a list on some day of a time, if any. */
  public Optional<ListEntry> findOverlapping(Said said) {
    return database
        .selectFrom(LIST_ENTRY)
        .where(LIST_ENTRY.TARGET_ID.eq(said.targetId()))
        .and(LIST_ENTRY.LIST.eq(Lifecycle.wireName(said.list())))
        .and(LIST_ENTRY.SUPERSEDED_BY.isNull())
        .and(LIST_ENTRY.UNTIL_DAY.isNull().or(LIST_ENTRY.UNTIL_DAY.ge(said.from())))
        .and(LIST_ENTRY.ENDED_ON.isNull().or(LIST_ENTRY.ENDED_ON.gt(said.from())))
        .and(
            said.until() == null
                ? org.jooq.impl.DSL.noCondition()
                : LIST_ENTRY.FROM_DAY.le(said.until()))
        .limit(1)
        .fetchOptional(ListStore::read);
  }

  /** Lets these wait for {@link #merge} under a batch of their own. */
  public void stage(UUID batchId, List<Said> said) {
    var rows =
        said.stream()
            .map(
                one -> {
                  var row = database.newRecord(LIST_STAGING);
                  row.setImportId(batchId);
                  row.setRowNumber(0);
                  row.setId(Ids.next());
                  row.setTargetId(one.targetId());
                  row.setList(Lifecycle.wireName(one.list()));
                  row.setFromDay(one.from());
                  row.setUntilDay(one.until());
                  row.setEndedOn(one.endedOn());
                  row.setGround(one.ground());
                  row.setDecidedBy(one.decidedBy());
                  row.setDocument(one.document());
                  return row;
                })
            .toList();
    database.batchInsert(rows).execute();
  }

  /** The id under which a single staged row will be kept. */
  public UUID getStagedId(UUID batchId) {
    return database
        .select(LIST_STAGING.ID)
        .from(LIST_STAGING)
        .where(LIST_STAGING.IMPORT_ID.eq(batchId))
        .fetchSingle()
        .value1();
  }

  /** The targets of a batch. */
  public Set<UUID> listStagedTargets(UUID batchId) {
    return database
        .selectDistinct(LIST_STAGING.TARGET_ID)
        .from(LIST_STAGING)
        .where(LIST_STAGING.IMPORT_ID.eq(batchId))
        .fetchSet(LIST_STAGING.TARGET_ID);
  }

  /**
   * Merges a batch, and lets the tags of its targets follow.
   *
   * @param source entered, import, interface or computed
   */
  public Merged merge(UUID authorityId, UUID batchId, String source) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    @Nullable UUID person = SignedIn.find().map(SignedIn::personId).orElse(null);
    database.fetch(LOCK, authorityId.toString());
    MergedTargets.follow(database, "credit.list_staging", batchId);
    int staged = database.fetchCount(LIST_STAGING, LIST_STAGING.IMPORT_ID.eq(batchId));
    int changed = database.execute(SUPERSEDE, batchId, authorityId);
    int inserted = database.execute(ADD, authorityId, source, person, now, batchId);
    for (ListKind kind : ListKind.values()) {
      if (!kind.excludes().isEmpty()) {
        database.execute(
            LEAVE_OTHERS,
            "列入" + kind.title(),
            Lifecycle.wireName(kind),
            kind.excludes().stream().map(Lifecycle::wireName).toArray(String[]::new),
            batchId);
      }
    }
    keepTags(
        authorityId,
        "e.target_id IN (SELECT target_id FROM credit.list_staging WHERE import_id = ?)",
        batchId);
    return new Merged(inserted - changed, changed, staged - inserted);
  }

  /** Forgets the rows of a batch; imports do so by themselves. */
  public void clear(UUID batchId) {
    database.deleteFrom(LIST_STAGING).where(LIST_STAGING.IMPORT_ID.eq(batchId)).execute();
  }

  /** Ends an entry, and lets the tag follow. */
  public void end(ListEntry entry, Ended ended) {
    int updated =
        database
            .update(LIST_ENTRY)
            .set(LIST_ENTRY.ENDED_ON, ended.on())
            .set(LIST_ENTRY.END_REASON, ended.reason())
            .set(LIST_ENTRY.ENDED_BY, SignedIn.get().personId())
            .set(LIST_ENTRY.VERSION, entry.version() + 1)
            .where(LIST_ENTRY.ID.eq(entry.id()).and(LIST_ENTRY.VERSION.eq(entry.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, entry.version(), get(entry.id()).version());
    }
    keepTags(entry.authorityId(), "e.target_id = ?", entry.targetId());
  }

  /**
   * Lets tags follow entries that began or ended by their dates.
   *
   * @return how many targets were changed in the registry
   */
  public long keepTags(UUID authorityId) {
    return keepTags(authorityId, "true");
  }

  /** Puts targets with repeated complaints onto their list, and takes others off. */
  public int renewComplaints(UUID authorityId, LocalDate day, Complaints rule) {
    UUID batch = Ids.next();
    LocalDate since = day.minusMonths(rule.months());
    int calmed =
        database.execute(
            CALMED, day, "不足 " + rule.count() + " 次", authorityId, since, day, rule.count());
    int added =
        database.execute(
            COMPLAINED,
            batch,
            day,
            rule.months() + " 个月内投诉举报 " + rule.count() + " 次以上",
            authorityId,
            since,
            day,
            day,
            day,
            day,
            rule.count());
    merge(authorityId, batch, "computed");
    clear(batch);
    keepTags(authorityId);
    return calmed + added;
  }

  /** Lets the tags of a target follow entries that came to it or ended. */
  void keepTags(UUID authorityId, UUID targetId) {
    keepTags(authorityId, "e.target_id = ?", targetId);
  }

  /** Lets the tags of a target say on which lists it stands, whatever they said before. */
  void restateTags(UUID authorityId, UUID targetId) {
    LocalDate today = LocalDate.now(clock);
    UUID batch = Ids.next();
    database.execute(RESTATE, today, today, today, authorityId, targetId, batch, TAG_OF_LIST);
    tags.applyTags(authorityId, batch, "名录变动");
  }

  private long keepTags(UUID authorityId, String which, Object... bindings) {
    LocalDate today = LocalDate.now(clock);
    UUID batch = Ids.next();
    var all = new java.util.ArrayList<Object>(List.of(today, today, today, authorityId));
    all.addAll(List.of(bindings));
    all.add(batch);
    all.add(TAG_OF_LIST);
    long moved = database.fetchSingle(TAGS_DUE.formatted(which), all.toArray()).get(0, Long.class);
    return moved == 0 ? 0 : tags.applyTags(authorityId, batch, "名录变动");
  }

  /** List → tag, as JSON. */
  private static final String TAG_OF_LIST =
      java.util.Arrays.stream(ListKind.values())
          .map(k -> '"' + Lifecycle.wireName(k) + "\":\"" + k.tag() + '"')
          .collect(java.util.stream.Collectors.joining(",", "{", "}"));

  static ListEntry read(ListEntryRecord r) {
    return new ListEntry(
        r.getId(),
        r.getAuthorityId(),
        r.getTargetId(),
        Lifecycle.parse(ListKind.class, r.getList()),
        r.getFromDay(),
        r.getUntilDay(),
        r.getGround(),
        r.getDecidedBy(),
        r.getDocument(),
        r.getEndedOn() == null ? null : new Ended(r.getEndedOn(), r.getEndReason()),
        r.getSupersededBy() != null,
        r.getVersion());
  }
}
