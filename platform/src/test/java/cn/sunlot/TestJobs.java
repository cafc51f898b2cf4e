package cn.sunlot;

import cn.sunlot.kernel.jobs.RecurringTasks;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Runs the queue of jobs when the test says so, on the test's own thread and clock. */
@Component
public class TestJobs {

  private final DataSource database;
  private final OneTimeTask<Void> task;
  private final RecurringTasks recurring;
  private final cn.sunlot.SettableClock clock;

  TestJobs(
      DataSource database,
      OneTimeTask<Void> task,
      RecurringTasks recurring,
      cn.sunlot.SettableClock clock) {
    this.database = database;
    this.task = task;
    this.recurring = recurring;
    this.clock = clock;
  }

  /** Runs all jobs that are due. */
  public void runDue() {
    scheduler().runAnyDueExecutions();
  }

  /** Runs the platform's own recurring work as a node does that has just started. */
  public void runRecurring() {
    new JdbcTemplate(database)
        .update("DELETE FROM kernel.scheduled_task WHERE task_name <> ?", task.getName());
    var time = new SettableClock();
    time.set(clock.instant().plusSeconds(1));
    ManualScheduler scheduler =
        TestHelper.createManualScheduler(database)
            .startTasks(recurring.list())
            .clock(time)
            .tableName("kernel.scheduled_task")
            .build();
    scheduler.start();
    scheduler.runAnyDueExecutions();
    scheduler.stop();
  }

  /** Does what a node does that finds jobs of a dead one, and runs them. */
  public void reviveDead() {
    ManualScheduler scheduler = scheduler();
    scheduler.runDeadExecutionDetection();
    scheduler.tick(Duration.ofMinutes(1));
    scheduler.runAnyDueExecutions();
  }

  private ManualScheduler scheduler() {
    var time = new SettableClock();
    time.set(clock.instant().plusSeconds(1));
    return TestHelper.createManualScheduler(database, task)
        .clock(time)
        .tableName("kernel.scheduled_task")
        .build();
  }
}
