package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.tasking.domain.PoolLine;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes the pool of a task and shows it before anything is fixed: who is in, who is out, and
 * why.
 */
@Component
@Transactional
public class PreparePool {

  private final TaskStore store;
  private final Pools pools;
  private final CurrentRegistries registries;
  private final AuditLog audit;
  private final Clock clock;

  PreparePool(
      TaskStore store, Pools pools, CurrentRegistries registries, AuditLog audit, Clock clock) {
    this.store = store;
    this.pools = pools;
    this.registries = registries;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(UUID taskId, IfMatch seen) {
    Task task = store.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge = pools.take(task, TaskCommand.PREPARE_POOL);
    registries.demand(task.terms(), KeptRegistry.TARGETS);
    List<PoolLine> lines = pools.compute(task);
    store.savePool(task, lines);
    store.save(task.poolPrepared(edge.to(), clock.instant()));
    audit.record(edge.entryType(), task.terms().number(), summary(lines));
  }

  /** Numbers of a pool: how many in all, how many per stratum, how many out and why. */
  static Map<String, Object> summary(List<PoolLine> lines) {
    Map<String, Long> strata =
        lines.stream()
            .filter(PoolLine::included)
            .collect(Collectors.groupingBy(PoolLine::stratum, TreeMap::new, Collectors.counting()));
    Map<String, Long> excluded =
        lines.stream()
            .filter(line -> !line.included())
            .collect(
                Collectors.groupingBy(
                    line -> String.valueOf(line.excluded()), TreeMap::new, Collectors.counting()));
    return Map.of("size", lines.size(), "strata", strata, "excluded", excluded);
  }
}
