package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.POOL_RUN;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.domain.PoolRun;
import cn.sunlot.tasking.domain.PoolRun.Kind;
import cn.sunlot.tasking.domain.PoolRun.Outcome;
import cn.sunlot.tasking.domain.PoolRun.Refusal;
import cn.sunlot.tasking.store.jooq.tables.records.PoolRunRecord;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Long work on pools, as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class PoolRunStore {

  private final DSLContext database;
  private final ObjectMapper json;
  private final Clock clock;

  PoolRunStore(DSLContext database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** Adds one; false if another is under way for the task. */
  public boolean add(PoolRun run) {
    return database
            .insertInto(POOL_RUN)
            .set(POOL_RUN.ID, run.id())
            .set(POOL_RUN.TASK_ID, run.taskId())
            .set(POOL_RUN.AUTHORITY_ID, run.authorityId())
            .set(POOL_RUN.KIND, Lifecycle.wireName(run.kind()))
            .set(POOL_RUN.TASK_VERSION, run.taskVersion())
            .set(POOL_RUN.REASON, run.reason())
            .set(POOL_RUN.OUTCOME, Lifecycle.wireName(run.outcome()))
            .set(POOL_RUN.STARTED_BY, run.startedBy())
            .set(POOL_RUN.STARTED_AT, run.startedAt())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  public void saveJob(UUID id, UUID jobId) {
    database.update(POOL_RUN).set(POOL_RUN.JOB_ID, jobId).where(POOL_RUN.ID.eq(id)).execute();
  }

  /** The run, with others waiting until this transaction ends. */
  public PoolRun lock(UUID id) {
    return database
        .selectFrom(POOL_RUN)
        .where(POOL_RUN.ID.eq(id))
        .forUpdate()
        .fetchOptional(this::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The one that was started last for a task. */
  public Optional<PoolRun> findLast(UUID taskId) {
    return database
        .selectFrom(POOL_RUN)
        .where(POOL_RUN.TASK_ID.eq(taskId))
        .orderBy(POOL_RUN.STARTED_AT.desc(), POOL_RUN.ID.desc())
        .limit(1)
        .fetchOptional(this::read);
  }

  /** Whether one is under way. */
  public boolean isUnderWay(UUID taskId) {
    return database.fetchExists(
        POOL_RUN,
        POOL_RUN.TASK_ID.eq(taskId).and(POOL_RUN.OUTCOME.eq(Lifecycle.wireName(Outcome.RUNNING))));
  }

  /** Ends one that has not ended. */
  public void end(UUID id, Outcome outcome, @Nullable Refusal refusal) {
    database
        .update(POOL_RUN)
        .set(POOL_RUN.OUTCOME, Lifecycle.wireName(outcome))
        .set(
            POOL_RUN.REFUSAL,
            refusal == null ? null : JSONB.valueOf(json.writeValueAsString(refusal)))
        .set(POOL_RUN.ENDED_AT, clock.instant())
        .where(POOL_RUN.ID.eq(id))
        .and(POOL_RUN.OUTCOME.eq(Lifecycle.wireName(Outcome.RUNNING)))
        .execute();
  }

  private PoolRun read(PoolRunRecord r) {
    JSONB refusal = r.getRefusal();
    return new PoolRun(
        r.getId(),
        r.getTaskId(),
        r.getAuthorityId(),
        Lifecycle.parse(Kind.class, r.getKind()),
        r.getTaskVersion(),
        r.getReason(),
        r.getJobId(),
        Lifecycle.parse(Outcome.class, r.getOutcome()),
        refusal == null ? null : json.readValue(refusal.data(), Refusal.class),
        r.getStartedBy(),
        r.getStartedAt(),
        r.getEndedAt());
  }
}
