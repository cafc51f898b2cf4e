package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.DUPLICATE_RUN;
import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.coalesce;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.domain.DuplicateRun;
import cn.sunlot.registry.domain.DuplicateRun.Outcome;
import cn.sunlot.registry.store.jooq.tables.records.DuplicateRunRecord;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Searches for duplicates as they were started, and the targets that one reads. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DuplicateRunStore {

  private static final int FETCH = 5_000;

  /** What a search reads of a target; texts may be empty. */
  public record Scanned(
      UUID id,
      String unitId,
      String name,
      String regionCode,
      String address,
      String responsiblePerson) {}

  private final DSLContext database;
  private final Clock clock;

  DuplicateRunStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Begins one; false if one is under way in this authority. */
  public boolean add(DuplicateRun begun) {
    return database
            .insertInto(DUPLICATE_RUN)
            .set(DUPLICATE_RUN.ID, begun.id())
            .set(DUPLICATE_RUN.AUTHORITY_ID, begun.authorityId())
            .set(DUPLICATE_RUN.STARTED_BY, begun.startedBy())
            .set(DUPLICATE_RUN.STARTED_AT, begun.startedAt())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  public void saveJob(UUID id, UUID jobId) {
    database
        .update(DUPLICATE_RUN)
        .set(DUPLICATE_RUN.JOB_ID, jobId)
        .where(DUPLICATE_RUN.ID.eq(id))
        .execute();
  }

  public DuplicateRun get(UUID id) {
    return database
        .selectFrom(DUPLICATE_RUN)
        .where(DUPLICATE_RUN.ID.eq(id))
        .fetchOptional(DuplicateRunStore::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The one that was started last. */
  public Optional<DuplicateRun> findLast(UUID authorityId) {
    return database
        .selectFrom(DUPLICATE_RUN)
        .where(DUPLICATE_RUN.AUTHORITY_ID.eq(authorityId))
        .orderBy(DUPLICATE_RUN.STARTED_AT.desc(), DUPLICATE_RUN.ID.desc())
        .limit(1)
        .fetchOptional(DuplicateRunStore::read);
  }

  /** All that the person sees of an authority, without holding them in memory. */
  public void forEachTarget(UUID authorityId, Consumer<Scanned> take) {
    try (var rows =
        database
            .select(
                TARGET.ID,
                TARGET.UNIT_ID,
                TARGET.NAME,
                TARGET.REGION_CODE,
                TARGET.ADDRESS,
                coalesce(TARGET.RESPONSIBLE_PERSON, ""))
            .from(TARGET)
            .where(TARGET.AUTHORITY_ID.eq(authorityId).and(TARGET.MERGED_INTO.isNull()))
            .fetchSize(FETCH)
            .fetchLazy()) {
      rows.forEach(
          r ->
              take.accept(
                  new Scanned(
                      r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6())));
    }
  }

  public void finish(UUID id, long read, long found, long added) {
    database
        .update(DUPLICATE_RUN)
        .set(DUPLICATE_RUN.READ, read)
        .set(DUPLICATE_RUN.FOUND, found)
        .set(DUPLICATE_RUN.ADDED, added)
        .set(DUPLICATE_RUN.OUTCOME, Lifecycle.wireName(Outcome.DONE))
        .set(DUPLICATE_RUN.ENDED_AT, clock.instant())
        .where(DUPLICATE_RUN.ID.eq(id))
        .execute();
  }

  /** Ends one that has not ended. */
  public void end(UUID id, Outcome outcome) {
    database
        .update(DUPLICATE_RUN)
        .set(DUPLICATE_RUN.OUTCOME, Lifecycle.wireName(outcome))
        .set(DUPLICATE_RUN.ENDED_AT, clock.instant())
        .where(DUPLICATE_RUN.ID.eq(id))
        .and(DUPLICATE_RUN.OUTCOME.eq(Lifecycle.wireName(Outcome.RUNNING)))
        .execute();
  }

  private static DuplicateRun read(DuplicateRunRecord r) {
    return new DuplicateRun(
        r.getId(),
        r.getAuthorityId(),
        r.getJobId(),
        r.getStartedBy(),
        r.getStartedAt(),
        r.getRead(),
        r.getFound(),
        r.getAdded(),
        Lifecycle.parse(Outcome.class, r.getOutcome()),
        r.getEndedAt());
  }
}
