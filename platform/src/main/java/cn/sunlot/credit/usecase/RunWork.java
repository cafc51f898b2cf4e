package cn.sunlot.credit.usecase;

import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.store.RunStore;
import cn.sunlot.kernel.jobs.JobCancelled;
import cn.sunlot.kernel.jobs.JobRun;
import cn.sunlot.kernel.jobs.JobWork;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The job of a computation that somebody started. */
@Component
public class RunWork implements JobWork {

  static final String KIND = "credit-classes";

  private final ComputeClasses compute;
  private final RunStore runs;
  private final TransactionTemplate transaction;

  RunWork(ComputeClasses compute, RunStore runs, TransactionTemplate transaction) {
    this.compute = compute;
    this.runs = runs;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    UUID id = UUID.fromString(run.subject());
    try {
      compute.run(id, run::progress);
    } catch (JobCancelled e) {
      end(id, Run.Outcome.CANCELLED);
      throw e;
    } catch (RuntimeException e) {
      if (!run.stopping()) {
        end(id, Run.Outcome.FAILED);
      }
      throw e;
    }
  }

  @Override
  public void giveUp(String subject) {
    end(UUID.fromString(subject), Run.Outcome.FAILED);
  }

  private void end(UUID id, Run.Outcome outcome) {
    transaction.executeWithoutResult(status -> runs.end(id, outcome));
  }
}
