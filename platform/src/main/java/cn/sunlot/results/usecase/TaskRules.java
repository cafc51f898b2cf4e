package cn.sunlot.results.usecase;

import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Task;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rules that a task has frozen. */
@Component
class TaskRules {

  private final Tasks tasks;
  private final Policies policies;

  TaskRules(Tasks tasks, Policies policies) {
    this.tasks = tasks;
    this.policies = policies;
  }

  Profile of(UUID taskId) {
    Task task = tasks.getTask(taskId);
    return policies.getVersion(task.profileId(), task.profileVersion());
  }
}
