package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.PoolRun;
import cn.sunlot.tasking.domain.PoolRun.Kind;
import cn.sunlot.tasking.domain.PoolRun.Outcome;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.PoolRunStore;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work on pools that takes longer than anybody waits for an answer: one at a time for a task. */
@Component
@Transactional
public class PoolRuns {

  private final PoolRunStore store;
  private final Pools pools;
  private final Jobs jobs;
  private final Clock clock;
  private final long atOnce;

  PoolRuns(
      PoolRunStore store,
      Pools pools,
      Jobs jobs,
      Clock clock,
      @Value("${sunlot.tasking.pool-at-once:20000}") long atOnce) {
    this.store = store;
    this.pools = pools;
    this.jobs = jobs;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  /** Whether the pool is so large that the work on it is a job. */
  boolean takesLong(Task task) {
    return pools.count(task) > atOnce;
  }

  /**
   * Starts it.
   *
   * @throws Refused if other work on the pool is under way
   */
  void start(Task task, Kind kind, String reason) {
    PoolRun run =
        new PoolRun(
            Ids.next(),
            task.id(),
            task.terms().authorityId(),
            kind,
            task.version(),
            reason,
            null,
            Outcome.RUNNING,
            null,
            SignedIn.get().personId(),
            clock.instant(),
            null);
    if (!store.add(run)) {
      throw underWay();
    }
    store.saveJob(run.id(), jobs.start(PoolWork.KIND, run.id().toString()));
  }

  /**
   * Refuses what must not happen meanwhile.
   *
   * @throws Refused {@code POOL_UNDER_WAY}
   */
  void demandNone(Task task) {
    if (store.isUnderWay(task.id())) {
      throw underWay();
    }
  }

  private static Refused underWay() {
    return Refused.because(TaskingProblem.POOL_UNDER_WAY);
  }

  /** Whether work on the pool is under way. */
  @Transactional(readOnly = true)
  public boolean isUnderWay(UUID taskId) {
    return store.isUnderWay(taskId);
  }

  /** The last work on the pool. */
  @Transactional(readOnly = true)
  public Optional<PoolRun> findLast(UUID taskId) {
    return store.findLast(taskId);
  }

  /** Asks it to stop; what has ended stays as it is. */
  public void cancel(UUID taskId) {
    findLast(taskId)
        .filter(run -> run.outcome() == Outcome.RUNNING)
        .map(PoolRun::jobId)
        .ifPresent(jobs::cancel);
  }
}
