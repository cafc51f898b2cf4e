package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.DUPLICATE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.least;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.domain.Duplicate;
import cn.sunlot.registry.domain.Duplicate.Decided;
import cn.sunlot.registry.domain.DuplicateState;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Likeness;
import cn.sunlot.registry.store.jooq.tables.records.DuplicateRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of targets that look like one, each once, with what was decided of them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DuplicateStore {

  private final DSLContext database;
  private final Clock clock;

  DuplicateStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Duplicate get(UUID id) {
    return find(DUPLICATE.ID.eq(id))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The pair of these two, in whatever order. */
  public Optional<Duplicate> find(UUID one, UUID other) {
    return find(
        DUPLICATE
            .FIRST_ID
            .in(one, other)
            .and(DUPLICATE.SECOND_ID.in(one, other))
            .and(DUPLICATE.FIRST_ID.ne(DUPLICATE.SECOND_ID)));
  }

  /**
   * Keeps a pair. One that is known says what agrees now, and stays as it was decided.
   *
   * @param runId the search that found it, or null
   * @return whether it is new
   */
  public boolean put(KnownTarget one, KnownTarget other, Likeness likeness, @Nullable UUID runId) {
    Instant now = clock.instant();
    boolean inOrder = isBefore(one.id(), other.id());
    DuplicateRecord row = database.newRecord(DUPLICATE);
    row.setId(Ids.next());
    row.setAuthorityId(one.authorityId());
    row.setFirstId(inOrder ? one.id() : other.id());
    row.setSecondId(inOrder ? other.id() : one.id());
    row.setSignals(likeness.signalNames().toArray(String[]::new));
    row.setWeight(likeness.weight());
    row.setDiffering(likeness.differing().toArray(String[]::new));
    row.setState(Lifecycle.wireName(DuplicateState.OPEN));
    row.setRunId(runId);
    row.setFoundAt(now);
    UUID kept =
        database
            .insertInto(DUPLICATE)
            .set(row)
            .onConflict(DUPLICATE.FIRST_ID, DUPLICATE.SECOND_ID)
            .doUpdate()
            .set(DUPLICATE.SIGNALS, excluded(DUPLICATE.SIGNALS))
            .set(DUPLICATE.WEIGHT, excluded(DUPLICATE.WEIGHT))
            .set(DUPLICATE.DIFFERING, excluded(DUPLICATE.DIFFERING))
            .set(DUPLICATE.RUN_ID, excluded(DUPLICATE.RUN_ID))
            .set(DUPLICATE.FOUND_AT, least(DUPLICATE.FOUND_AT, excluded(DUPLICATE.FOUND_AT)))
            .returningResult(DUPLICATE.ID)
            .fetchSingle()
            .value1();
    return kept.equals(row.getId());
  }

  /** As PostgreSQL orders them, which compares bytes without a sign. */
  private static boolean isBefore(UUID one, UUID other) {
    return one.toString().compareTo(other.toString()) < 0;
  }

  /** Saves state and decision. */
  public void save(Duplicate changed) {
    Decided decided = changed.decided();
    int updated =
        database
            .update(DUPLICATE)
            .set(DUPLICATE.STATE, Lifecycle.wireName(changed.state()))
            .set(DUPLICATE.REASON, decided == null ? "" : decided.reason())
            .set(DUPLICATE.DECIDED_BY, decided == null ? null : decided.personId())
            .set(DUPLICATE.DECIDED_AT, decided == null ? null : decided.at())
            .set(DUPLICATE.VERSION, changed.version() + 1)
            .where(DUPLICATE.ID.eq(changed.id()).and(DUPLICATE.VERSION.eq(changed.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, changed.version(), get(changed.id()).version());
    }
  }

  /** Forgets what nobody has decided and a search did not find any more, as far as it looked. */
  public int forgetOthers(UUID authorityId, UUID runId) {
    return database
        .deleteFrom(DUPLICATE)
        .where(DUPLICATE.AUTHORITY_ID.eq(authorityId))
        .and(DUPLICATE.STATE.eq(Lifecycle.wireName(DuplicateState.OPEN)))
        .and(DUPLICATE.RUN_ID.isDistinctFrom(runId))
        .execute();
  }

  /** Those with which a target makes pairs that nobody has decided. */
  public Set<UUID> listOpenWith(UUID targetId) {
    Set<UUID> others = new HashSet<>();
    database
        .selectFrom(DUPLICATE)
        .where(DUPLICATE.FIRST_ID.eq(targetId).or(DUPLICATE.SECOND_ID.eq(targetId)))
        .and(DUPLICATE.STATE.eq(Lifecycle.wireName(DuplicateState.OPEN)))
        .forEach(r -> others.addAll(List.of(r.getFirstId(), r.getSecondId())));
    others.remove(targetId);
    return others;
  }

  /** Forgets a pair that nobody has decided and that does not look like one any more. */
  public void forget(UUID one, UUID other) {
    database
        .deleteFrom(DUPLICATE)
        .where(DUPLICATE.FIRST_ID.in(one, other).and(DUPLICATE.SECOND_ID.in(one, other)))
        .and(DUPLICATE.STATE.eq(Lifecycle.wireName(DuplicateState.OPEN)))
        .execute();
  }

  private Optional<Duplicate> find(Condition condition) {
    return database.selectFrom(DUPLICATE).where(condition).fetchOptional(DuplicateStore::read);
  }

  private static Duplicate read(DuplicateRecord r) {
    UUID by = r.getDecidedBy();
    Instant at = r.getDecidedAt();
    return new Duplicate(
        r.getId(),
        r.getAuthorityId(),
        r.getFirstId(),
        r.getSecondId(),
        Lifecycle.parse(DuplicateState.class, r.getState()),
        by == null || at == null ? null : new Decided(by, at, r.getReason()),
        r.getVersion());
  }
}
