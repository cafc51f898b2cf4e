package cn.sunlot.kernel.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Jobs by the scheduler: the row and its place in the queue are written in one transaction. */
@Component
@Transactional
class StoredJobs implements Jobs {

  private final JobStore store;
  private final SchedulerClient queue;
  private final OneTimeTask<Void> task;
  private final Clock clock;
  private final ObjectProvider<RunningScheduler> running;

  StoredJobs(
      JobStore store,
      SchedulerClient queue,
      OneTimeTask<Void> task,
      Clock clock,
      ObjectProvider<RunningScheduler> running) {
    this.store = store;
    this.queue = queue;
    this.task = task;
    this.clock = clock;
    this.running = running;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID start(String kind, String subject) {
    UUID id = store.add(kind, subject);
    queue.schedule(task.instance(id.toString()), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(new Wake());
    return id;
  }

  @Override
  @Transactional(readOnly = true)
  public Job get(UUID id) {
    return store.get(id);
  }

  @Override
  public void cancel(UUID id) {
    store.askToCancel(store.get(id).id());
  }

  /** The queue sees the job when it is committed. */
  private final class Wake implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      running.ifAvailable(RunningScheduler::wake);
    }
  }
}
