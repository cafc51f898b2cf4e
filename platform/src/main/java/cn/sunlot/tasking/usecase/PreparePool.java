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
 * Computes the pool of a task and shows it before anything is fixed: who is in, who is out, and
 * why. That of a city is computed as a job.
 */
@Component
@Transactional
public class PreparePool {

  private final TaskStore store;
  private final Pools pools;
  private final ComputePool compute;
  private final PoolRuns runs;
  private final CurrentRegistries registries;

  PreparePool(
      TaskStore store,
      Pools pools,
      ComputePool compute,
      PoolRuns runs,
      CurrentRegistries registries) {
    this.store = store;
    this.pools = pools;
    this.compute = compute;
    this.runs = runs;
    this.registries = registries;
  }

  /**
   * Computes it now, or starts to.
   *
   * @throws Refused once targets are being drawn, or while other work on the pool is under way
   */
  public void run(UUID taskId, IfMatch seen) {
    Task task = store.lock(taskId);
    seen.check(task.version());
    pools.take(task, TaskCommand.PREPARE_POOL);
    registries.demand(task.terms(), KeptRegistry.TARGETS);
    if (runs.takesLong(task)) {
      runs.start(task, Kind.PREPARE, "");
    } else {
      runs.demandNone(task);
      compute.run(task, PoolProgress.UNSEEN);
    }
  }
}
