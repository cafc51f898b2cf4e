package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Excluded;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.Quota;
import cn.sunlot.drawing.Draws.TargetDrawOrder;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.PoolLine;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.store.TaskStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fixes the pool that was shown and hands it to drawing; from here on nobody changes it. */
@Component
@Transactional
public class FreezePool {

  private final TaskStore store;
  private final Pools pools;
  private final Draws draws;
  private final Policies policies;
  private final CurrentRegistries registries;
  private final AuditLog audit;

  FreezePool(
      TaskStore store,
      Pools pools,
      Draws draws,
      Policies policies,
      CurrentRegistries registries,
      AuditLog audit) {
    this.store = store;
    this.pools = pools;
    this.draws = draws;
    this.policies = policies;
    this.registries = registries;
    this.audit = audit;
  }

  /**
   * Freezes.
   *
   * @return the draw's id
   * @throws Refused if the pool is no longer the one that was shown, or holds nobody
   */
  public UUID run(UUID taskId, IfMatch seen) {
    Task task = store.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge = pools.take(task, TaskCommand.FREEZE_POOL);
    registries.demand(task.terms(), KeptRegistry.TARGETS);
    List<PoolLine> lines = store.listPool(taskId);
    List<PoolLine> now = pools.compute(task);
    // What was approved by eye must be what is drawn from: ceilings and registries may have moved
    // since.
    List<String> random = drawnAtRandom(task.terms());
    if (!Set.copyOf(lines).equals(Set.copyOf(now))) {
      throw Refused.because(TaskingProblem.POOL_STALE).by(random);
    }
    if (lines.stream().noneMatch(PoolLine::included)) {
      throw Refused.because(TaskingProblem.POOL_EMPTY, lines.size()).by(random);
    }
    UUID drawId = draws.prepareTargets(order(task.id(), task.terms(), lines));
    store.save(task.drawingTargets(edge.to(), drawId));
    audit.record(edge.entryType(), task.terms().number(), PreparePool.summary(lines));
    return drawId;
  }

  private List<String> drawnAtRandom(TaskTerms terms) {
    return policies.getVersion(terms.profileId(), terms.profileVersion()).drawWitness().clauses();
  }

  private TargetDrawOrder order(UUID taskId, TaskTerms terms, List<PoolLine> lines) {
    Profile profile = policies.getVersion(terms.profileId(), terms.profileVersion());
    Map<String, Quota> quotas = new TreeMap<>();
    List<Unit> frame =
        lines.stream()
            .filter(PoolLine::included)
            .map(line -> new Unit(line.targetId(), line.unitId(), line.name(), line.stratum(), 1))
            .toList();
    for (Unit unit : frame) {
      quotas.computeIfAbsent(unit.stratum(), s -> Quota.rate(terms.ratesBp().getOrDefault(s, 0)));
    }
    List<Excluded> excluded =
        lines.stream()
            .filter(line -> !line.included())
            .map(
                line ->
                    new Excluded(line.targetId(), line.unitId(), String.valueOf(line.excluded())))
            .toList();
    return new TargetDrawOrder(
        terms.authorityId(),
        terms.departmentId(),
        taskId,
        terms.number(),
        new ProfileVersion(profile.id(), profile.version(), profile.hash()),
        frame,
        excluded,
        quotas,
        "");
  }
}
