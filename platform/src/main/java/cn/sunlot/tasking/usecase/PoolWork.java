package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.jobs.JobCancelled;
import cn.sunlot.kernel.jobs.JobFailed;
import cn.sunlot.kernel.jobs.JobRun;
import cn.sunlot.kernel.jobs.JobWork;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.domain.PoolRun;
import cn.sunlot.tasking.domain.PoolRun.Outcome;
import cn.sunlot.tasking.domain.PoolRun.Refusal;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.PoolRunStore;
import cn.sunlot.tasking.store.TaskStore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job: all of it in one transaction with its own end, so that after a crash it begins again and
 * nothing is prepared by half or frozen twice.
 */
@Component
class PoolWork implements JobWork {

  static final String KIND = "task-pool";

  private final PoolRunStore runs;
  private final TaskStore tasks;
  private final ComputePool compute;
  private final HandOverPool handOver;
  private final TransactionTemplate transaction;

  PoolWork(
      PoolRunStore runs,
      TaskStore tasks,
      ComputePool compute,
      HandOverPool handOver,
      TransactionTemplate transaction) {
    this.runs = runs;
    this.tasks = tasks;
    this.compute = compute;
    this.handOver = handOver;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun job) {
    UUID id = UUID.fromString(job.subject());
    try {
      transaction.executeWithoutResult(status -> work(id, job));
    } catch (Refused refused) {
      end(id, Outcome.REFUSED, Refusal.of(refused));
      throw new JobFailed(refused);
    } catch (JobCancelled e) {
      end(id, Outcome.CANCELLED, null);
      throw e;
    } catch (RuntimeException e) {
      if (!job.stopping()) {
        end(id, Outcome.FAILED, null);
      }
      throw e;
    }
  }

  private void work(UUID id, JobRun job) {
    PoolRun run = runs.lock(id);
    if (run.outcome() != Outcome.RUNNING) {
      return;
    }
    Task task = tasks.get(run.taskId());
    new IfMatch(run.taskVersion()).check(task.version());
    switch (run.kind()) {
      case PREPARE -> compute.run(task, job::progress);
      case FREEZE -> handOver.run(task, run.reason(), job::progress);
    }
    runs.end(id, Outcome.DONE, null);
  }

  @Override
  public void giveUp(String subject) {
    end(UUID.fromString(subject), Outcome.FAILED, null);
  }

  private void end(UUID id, Outcome outcome, @Nullable Refusal refusal) {
    transaction.executeWithoutResult(status -> runs.end(id, outcome, refusal));
  }
}
