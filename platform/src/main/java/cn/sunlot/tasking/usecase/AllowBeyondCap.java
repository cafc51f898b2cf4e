package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.AnnualCap;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Rule;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.PoolLine;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a target be drawn beyond the ceiling, where it holds "as a rule": by a named person, with a
 * reason (ZB-12).
 */
@Component
@Transactional
public class AllowBeyondCap {

  private final TaskStore store;
  private final Pools pools;
  private final Policies policies;
  private final AuditLog audit;
  private final Clock clock;

  AllowBeyondCap(TaskStore store, Pools pools, Policies policies, AuditLog audit, Clock clock) {
    this.store = store;
    this.pools = pools;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(UUID taskId, IfMatch seen, UUID targetId, String reason) {
    Task task = store.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge = pools.take(task, TaskCommand.ALLOW_BEYOND_CAP);
    Rule<AnnualCap> cap =
        policies.getVersion(task.terms().profileId(), task.terms().profileVersion()).annualCap();
    PoolLine line =
        store.listPool(taskId).stream()
            .filter(l -> l.targetId().equals(targetId) && "annual-cap".equals(l.excluded()))
            .findFirst()
            .orElseThrow(
                () -> Refused.because(TaskingProblem.CAP_EXCEPTION_NOT_NEEDED).by(cap.clauses()));
    if (!cap.value().asARule()) {
      throw Refused.because(TaskingProblem.WAY_NOT_ALLOWED, "allow-beyond-cap").by(cap.clauses());
    }
    if (reason.isBlank()) {
      throw Refused.because(TaskingProblem.STATEMENT_MISSING).by(cap.clauses());
    }
    store.addCapException(task, targetId, reason, SignedIn.get().personId(), clock.instant());
    List<PoolLine> lines = pools.compute(task);
    store.savePool(task, lines);
    store.save(task.poolPrepared(edge.to(), clock.instant()));
    audit.record(
        edge.entryType(),
        task.terms().number(),
        Map.of("unit", line.unitId(), "drawn", line.detail(), "reason", reason));
  }
}
