package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.domain.PoolFacts.Group;
import cn.sunlot.tasking.domain.PoolFacts.Tally;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.PoolStore;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Computes a pool line by line, in the transaction of whoever prepares it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ComputePool {

  private static final String PHASE = "tasking.phase.preparing";

  private final TaskStore store;
  private final Pools pools;
  private final PoolStore lines;
  private final AuditLog audit;
  private final Clock clock;

  ComputePool(TaskStore store, Pools pools, PoolStore lines, AuditLog audit, Clock clock) {
    this.store = store;
    this.pools = pools;
    this.lines = lines;
    this.audit = audit;
    this.clock = clock;
  }

  /** Computes it; the task is locked only when it is saved. */
  void run(Task task, PoolProgress progress) {
    PoolFacts facts = write(task, progress);
    lines.save(task, facts);
    Task locked = store.lock(task.id());
    new IfMatch(task.version()).check(locked.version());
    Edge<TaskState, TaskCommand> edge = pools.take(locked, TaskCommand.PREPARE_POOL);
    store.save(locked.poolPrepared(edge.to(), clock.instant()));
    audit.record(edge.entryType(), task.terms().number(), summary(facts));
  }

  private PoolFacts write(Task task, PoolProgress progress) {
    Tally tally = new Tally();
    long total = pools.count(task);
    progress.say(0, total, PHASE);
    try (PoolStore.Writer writer = lines.replace(task)) {
      pools.forEach(
          task,
          line -> {
            writer.add(line);
            tally.add(line);
            if (tally.size() % PoolProgress.EVERY == 0) {
              progress.say(tally.size(), Math.max(total, tally.size()), PHASE);
            }
          });
    }
    return tally.facts(pools.clauses(task), lines.listCapExceptions(task.id()).size());
  }

  /** Numbers of a pool: how many in all, how many per stratum, how many out and why. */
  static Map<String, Object> summary(PoolFacts facts) {
    Map<String, Integer> strata =
        facts.groups().stream()
            .collect(Collectors.toMap(Group::stratum, Group::members, (a, b) -> a, TreeMap::new));
    return Map.of(
        "size", facts.size(),
        "strata", strata,
        "excluded", facts.excluded(),
        "beyondCap", facts.beyondCap());
  }
}
