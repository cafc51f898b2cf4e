package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.InvitationCommand;
import cn.sunlot.tasking.domain.InvitationLifecycle;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.InvitationStore;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lead does not wait for a department any longer; why, stays with the task. */
@Component
@Transactional
public class WithdrawInvitation {

  private final InvitationStore invitations;
  private final TaskStore tasks;
  private final Organisation organisation;
  private final JointRules rules;
  private final AuditLog audit;
  private final Clock clock;

  WithdrawInvitation(
      InvitationStore invitations,
      TaskStore tasks,
      Organisation organisation,
      JointRules rules,
      AuditLog audit,
      Clock clock) {
    this.invitations = invitations;
    this.tasks = tasks;
    this.organisation = organisation;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(UUID invitationId, IfMatch seen, String reason) {
    Invitation invitation = invitations.get(invitationId);
    Task task = tasks.lock(invitation.terms().taskId());
    seen.check(invitation.version());
    withdraw(task, invitation, reason);
  }

  /** Withdraws what nobody has answered of a task that is given up. */
  void all(Task task, String reason) {
    invitations.listOfTask(task.id()).stream()
        .filter(i -> i.state() == InvitationState.INVITED)
        .forEach(i -> withdraw(task, i, reason));
  }

  private void withdraw(Task task, Invitation invitation, String reason) {
    var edge =
        InvitationLifecycle.TABLE.take(invitation.state(), InvitationCommand.WITHDRAW_INVITATION);
    if (reason.isBlank()) {
      throw Refused.because(TaskingProblem.STATEMENT_MISSING).by(rules.setUp(task.terms()));
    }
    invitations.save(
        invitation.ended(edge.to(), reason, SignedIn.get().personId(), clock.instant()));
    audit.record(
        edge.entryType(),
        task.terms().number(),
        Map.of(
            "department",
            organisation.getDepartment(invitation.terms().departmentId()).name(),
            "reason",
            reason));
  }
}
