package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.TaskStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a task up before anything was drawn; it stays visible with its reason. */
@Component
@Transactional
public class AbandonTask {

  private final TaskStore store;
  private final WithdrawInvitation invitations;
  private final AuditLog audit;

  AbandonTask(TaskStore store, WithdrawInvitation invitations, AuditLog audit) {
    this.store = store;
    this.invitations = invitations;
    this.audit = audit;
  }

  public void run(UUID taskId, IfMatch seen, String reason) {
    Task task = store.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge = TaskLifecycle.TABLE.take(task.state(), TaskCommand.ABANDON);
    if (reason.isBlank()) {
      throw Refused.because(TaskingProblem.STATEMENT_MISSING);
    }
    invitations.all(task, reason);
    store.save(task.abandoned(edge.to(), reason));
    audit.record(edge.entryType(), task.terms().number(), Map.of("reason", reason));
  }
}
