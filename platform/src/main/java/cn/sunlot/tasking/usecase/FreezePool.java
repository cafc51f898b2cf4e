package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.tasking.domain.PoolRun.Kind;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.store.TaskStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fixes the pool that was shown and hands it to drawing; from here on nobody changes it. That of a
 * city is fixed as a job.
 */
@Component
@Transactional
public class FreezePool {

  private final TaskStore store;
  private final Pools pools;
  private final HandOverPool handOver;
  private final ShownPool shown;
  private final PoolRuns runs;
  private final CurrentRegistries registries;

  FreezePool(
      TaskStore store,
      Pools pools,
      HandOverPool handOver,
      ShownPool shown,
      PoolRuns runs,
      CurrentRegistries registries) {
    this.store = store;
    this.pools = pools;
    this.handOver = handOver;
    this.shown = shown;
    this.runs = runs;
    this.registries = registries;
  }

  /**
   * Freezes now, or starts to.
   *
   * @param reason why its rates do not follow risk and credit, where they do not; else ""
   * @throws Refused if the pool is no longer the one that was shown, holds nobody, or breaks a rule
   */
  public void run(UUID taskId, IfMatch seen, String reason) {
    Task task = store.lock(taskId);
    seen.check(task.version());
    pools.take(task, TaskCommand.FREEZE_POOL);
    registries.demand(task.terms(), KeptRegistry.TARGETS);
    shown.demandDrawable(task, shown.getFacts(task), reason);
    if (runs.takesLong(task)) {
      runs.start(task, Kind.FREEZE, reason);
    } else {
      runs.demandNone(task);
      handOver.run(task, reason, PoolProgress.UNSEEN);
    }
  }
}
