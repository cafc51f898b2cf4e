package cn.sunlot.kernel.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Jobs by the scheduler: the row and its place in the queue are written in one transaction. */
@Component
@Transactional
class StoredJobs implements Jobs {

  private final JobStore store;
  private final SchedulerClient queue;
  private final OneTimeTask<Void> task;
  private final Clock clock;

  StoredJobs(JobStore store, SchedulerClient queue, OneTimeTask<Void> task, Clock clock) {
    this.store = store;
    this.queue = queue;
    this.task = task;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID start(String kind, String subject) {
    UUID id = store.add(kind, subject);
    queue.schedule(task.instance(id.toString()), clock.instant());
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
}
