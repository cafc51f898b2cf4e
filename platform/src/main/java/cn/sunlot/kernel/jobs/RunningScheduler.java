package cn.sunlot.kernel.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * The queue at work in this process. A job that starts here begins at once, one of another node
 * within a second; one whose process died after 20 seconds without a sign of life.
 */
final class RunningScheduler implements SmartLifecycle {

  private final Scheduler scheduler;
  private volatile boolean running;

  RunningScheduler(
      DataSource database, OneTimeTask<Void> jobTask, RecurringTasks recurring, Clock clock) {
    this.scheduler =
        Scheduler.create(database, jobTask)
            .startTasks(recurring.list())
            .tableName(JobConfiguration.TABLE)
            .threads(2)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .clock(clock::instant)
            .build();
  }

  /** Looks whether something is due. */
  void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
