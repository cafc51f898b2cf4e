package cn.sunlot.kernel.jobs;

import cn.sunlot.kernel.access.SystemWork;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The queue's tasks for all {@link RecurringWork}; one that fails is tried again at its next time.
 */
@Component
public class RecurringTasks {

  private final List<RecurringTask<Void>> tasks;

  RecurringTasks(List<RecurringWork> works) {
    this.tasks = works.stream().map(RecurringTasks::task).toList();
  }

  public List<RecurringTask<Void>> list() {
    return tasks;
  }

  private static RecurringTask<Void> task(RecurringWork work) {
    return Tasks.recurring(work.name(), FixedDelay.of(work.every()))
        .execute((instance, context) -> SystemWork.run(work::run));
  }
}
