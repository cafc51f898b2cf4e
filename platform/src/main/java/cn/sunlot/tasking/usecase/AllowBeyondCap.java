package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.burden.Ceilings.Ceiling;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.AnnualCap;
import cn.sunlot.policy.Rule;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.CapGroup;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.domain.PoolFacts.Tally;
import cn.sunlot.tasking.domain.PoolLine;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.PoolStore;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets targets be drawn beyond the ceiling, where it holds "as a rule": by a named person, with a
 * reason, one by one or all of a stated group (ZB-12, TZ-18, PDS-10).
 */
@Component
@Transactional
public class AllowBeyondCap {

  private static final String REASON = Lifecycle.wireName(Ceiling.ANNUAL_CAP);

  private final TaskStore store;
  private final Pools pools;
  private final PoolStore lines;
  private final PoolRuns runs;
  private final AuditLog audit;
  private final Clock clock;

  AllowBeyondCap(
      TaskStore store, Pools pools, PoolStore lines, PoolRuns runs, AuditLog audit, Clock clock) {
    this.store = store;
    this.pools = pools;
    this.lines = lines;
    this.runs = runs;
    this.audit = audit;
    this.clock = clock;
  }

  /** One target. */
  public void run(UUID taskId, IfMatch seen, UUID targetId, String reason) {
    Task task = begin(taskId, seen);
    List<PoolLine> out = lines.listOut(taskId, REASON, targetId, Set.of(), null);
    allow(task, out, "", reason);
  }

  /** All of a group. */
  public void run(UUID taskId, IfMatch seen, CapGroup group, String reason) {
    Task task = begin(taskId, seen);
    List<PoolLine> out = lines.listOut(taskId, REASON, null, group.treatments(), group.riskClass());
    allow(task, out, group.name(), reason);
  }

  private Task begin(UUID taskId, IfMatch seen) {
    Task task = store.lock(taskId);
    seen.check(task.version());
    pools.take(task, TaskCommand.ALLOW_BEYOND_CAP);
    runs.demandNone(task);
    return task;
  }

  private void allow(Task task, List<PoolLine> out, String group, String reason) {
    Rule<AnnualCap> cap = pools.profile(task.terms()).annualCap();
    if (out.isEmpty()) {
      throw Refused.because(TaskingProblem.CAP_EXCEPTION_NOT_NEEDED).by(cap.clauses());
    }
    if (!cap.value().asARule()) {
      throw Refused.because(TaskingProblem.WAY_NOT_ALLOWED, "allow-beyond-cap").by(cap.clauses());
    }
    if (reason.isBlank()) {
      throw Refused.because(TaskingProblem.STATEMENT_MISSING).by(cap.clauses());
    }
    UUID person = SignedIn.get().personId();
    lines.addCapExceptions(task, out, group, reason, person, clock.instant());
    lines.replace(task, pools.list(task, out.stream().map(PoolLine::targetId).toList()));
    lines.save(task, count(task));
    Edge<TaskState, TaskCommand> edge = pools.take(task, TaskCommand.ALLOW_BEYOND_CAP);
    store.save(task.poolPrepared(edge.to(), clock.instant()));
    audit.record(edge.entryType(), task.terms().number(), payload(out, group, reason));
  }

  private static Map<String, Object> payload(List<PoolLine> out, String group, String reason) {
    Map<String, Object> payload = new HashMap<>(Map.of("reason", reason));
    if (group.isEmpty()) {
      payload.put("unit", out.get(0).unitId());
      payload.put("drawn", out.get(0).detail());
    } else {
      payload.put("group", group);
      payload.put("units", out.stream().map(PoolLine::unitId).sorted().toList());
    }
    return payload;
  }

  /** What the pool adds up to now. */
  private PoolFacts count(Task task) {
    Tally tally = new Tally();
    try (PoolStore.Reader all = lines.read(task.id())) {
      for (PoolLine line = all.next(); line != null; line = all.next()) {
        tally.add(line);
      }
    }
    return tally.facts(pools.clauses(task), lines.listCapExceptions(task.id()).size());
  }
}
