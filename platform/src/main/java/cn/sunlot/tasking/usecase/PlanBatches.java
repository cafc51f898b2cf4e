package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Batches;
import cn.sunlot.tasking.domain.DrawTerms.Batch;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.DrawTermsStore;
import cn.sunlot.tasking.store.TaskStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the draw decide in which order targets are visited, batch by batch, where much of a class is
 * inspected (TZ-8, ZB-5). Before the pool is frozen, or the order would be known.
 */
@Component
@Transactional
public class PlanBatches {

  private final TaskStore store;
  private final DrawTermsStore terms;
  private final Pools pools;
  private final PoolRuns runs;
  private final AuditLog audit;

  PlanBatches(TaskStore store, DrawTermsStore terms, Pools pools, PoolRuns runs, AuditLog audit) {
    this.store = store;
    this.terms = terms;
    this.pools = pools;
    this.runs = runs;
    this.audit = audit;
  }

  /**
   * Plans them.
   *
   * @param batches their periods, in order; none: all at once
   * @throws Refused if the periods do not follow one another inside the task's
   */
  public void run(UUID taskId, IfMatch seen, List<Batch> batches) {
    Task task = store.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge = pools.take(task, TaskCommand.PLAN_BATCHES);
    runs.demandNone(task);
    if (!batches.isEmpty() && !new Batches(batches).fit(task.terms().from(), task.terms().to())) {
      throw Refused.because(
              TaskingProblem.BATCHES_DO_NOT_FIT,
              task.terms().from().toString(),
              task.terms().to().toString(),
              Batches.MOST)
          .by(pools.profile(task.terms()).itemList().clauses());
    }
    terms.save(task, terms.get(task).in(batches));
    store.save(task.in(edge.to()));
    audit.record(
        edge.entryType(),
        task.terms().number(),
        Map.of("batches", batches.stream().map(b -> b.from() + "/" + b.to()).toList()));
  }
}
