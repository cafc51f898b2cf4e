package cn.sunlot.kernel.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Wires db-scheduler by hand: our own table, our own clock, our own end. */
@Configuration
class JobConfiguration {

  /** The table of the queue. */
  static final String TABLE = "kernel.scheduled_task";

  private static final Duration AGAIN = Duration.ofSeconds(30);

  @Bean
  OneTimeTask<Void> jobTask(JobRunner runner, Clock clock) {
    return Tasks.oneTime("job")
        .onFailure(
            (failed, operations) -> operations.reschedule(failed, clock.instant().plus(AGAIN)))
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute(
            (instance, context) ->
                runner.run(
                    UUID.fromString(instance.getId()),
                    () -> context.getSchedulerState().isShuttingDown()));
  }

  @Bean
  SchedulerClient jobQueue(DataSource database, OneTimeTask<Void> jobTask) {
    return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), jobTask)
        .tableName(TABLE)
        .build();
  }

  /** Runs the queue in this process; tests run it step by step instead. */
  @Bean
  @ConditionalOnProperty(name = "sunlot.jobs.run", havingValue = "true", matchIfMissing = true)
  RunningScheduler jobScheduler(
      DataSource database, OneTimeTask<Void> jobTask, RecurringTasks recurring, Clock clock) {
    return new RunningScheduler(database, jobTask, recurring, clock);
  }
}
