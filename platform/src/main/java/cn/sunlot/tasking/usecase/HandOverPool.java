package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Excluded;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.Quota;
import cn.sunlot.drawing.Draws.TargetDrawHead;
import cn.sunlot.drawing.Draws.TargetPool;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.domain.Strata;
import cn.sunlot.tasking.domain.Strata.Stratum;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.store.PoolStore;
import cn.sunlot.tasking.store.TaskStore;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands the pool that was shown to drawing, in the transaction of whoever freezes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandOverPool {

  private static final String PHASE = "tasking.phase.freezing";

  private final TaskStore store;
  private final Pools pools;
  private final PoolStore lines;
  private final ShownPool shown;
  private final Draws draws;
  private final AuditLog audit;

  HandOverPool(
      TaskStore store, Pools pools, PoolStore lines, ShownPool shown, Draws draws, AuditLog audit) {
    this.store = store;
    this.pools = pools;
    this.lines = lines;
    this.shown = shown;
    this.draws = draws;
    this.audit = audit;
  }

  /** Hands it over; the task is locked only when it is saved. */
  void run(Task task, String reason, PoolProgress progress) {
    PoolFacts facts = shown.getFacts(task);
    // What was approved by eye must be what is drawn from: ceilings and registries may have moved
    // since.
    shown.demandUnchanged(task, facts, progress);
    shown.demandDrawable(task, facts, reason);
    progress.say(0, facts.size(), PHASE);
    UUID drawId = draws.prepareTargets(head(task, facts), new Telling(task.id(), facts, progress));
    Task locked = store.lock(task.id());
    new IfMatch(task.version()).check(locked.version());
    Edge<TaskState, TaskCommand> edge = pools.take(locked, TaskCommand.FREEZE_POOL);
    store.save(locked.drawingTargets(edge.to(), drawId));
    Map<String, Object> payload = new HashMap<>(ComputePool.summary(facts));
    if (!reason.isBlank()) {
      lines.saveReason(task.id(), reason);
      payload.put("reason", reason);
    }
    audit.record(edge.entryType(), task.terms().number(), payload);
  }

  private TargetDrawHead head(Task task, PoolFacts facts) {
    TaskTerms terms = task.terms();
    Profile profile = pools.profile(terms);
    Map<String, Quota> quotas = new TreeMap<>();
    for (Stratum stratum : Strata.of(facts, pools.drawTerms(task))) {
      Integer rate = stratum.rateBp();
      quotas.put(stratum.name(), rate == null ? Quota.count(stratum.quota()) : Quota.rate(rate));
    }
    return new TargetDrawHead(
        terms.authorityId(),
        terms.departmentId(),
        task.id(),
        terms.number(),
        new ProfileVersion(profile.id(), profile.version(), profile.hash()),
        quotas,
        "");
  }

  /** The lines of the pool, one by one. */
  private final class Telling implements TargetPool {

    private final UUID taskId;
    private final int total;
    private final PoolProgress progress;
    private long done;

    Telling(UUID taskId, PoolFacts facts, PoolProgress progress) {
      this.taskId = taskId;
      this.total = facts.size();
      this.progress = progress;
    }

    @Override
    public void forEachUnit(Consumer<Unit> take) {
      lines.forEach(
          taskId,
          true,
          line -> {
            take.accept(new Unit(line.targetId(), line.unitId(), line.name(), line.stratum(), 1));
            count();
          });
    }

    @Override
    public void forEachExcluded(Consumer<Excluded> take) {
      lines.forEach(
          taskId,
          false,
          line -> {
            take.accept(
                new Excluded(line.targetId(), line.unitId(), String.valueOf(line.excluded())));
            count();
          });
    }

    private void count() {
      if (++done % PoolProgress.EVERY == 0) {
        progress.say(done, total, PHASE);
      }
    }
  }
}
