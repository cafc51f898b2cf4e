package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.InvitationStore;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks departments of the same level to take part in a task, until a day (TZ-17, PDS-12). */
@Component
@Transactional
public class InviteDepartment {

  private final TaskStore tasks;
  private final InvitationStore invitations;
  private final Organisation organisation;
  private final JointRules rules;
  private final AuditLog audit;
  private final Clock clock;

  InviteDepartment(
      TaskStore tasks,
      InvitationStore invitations,
      Organisation organisation,
      JointRules rules,
      AuditLog audit,
      Clock clock) {
    this.tasks = tasks;
    this.invitations = invitations;
    this.organisation = organisation;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /** Invites one more department to a task whose pool is not prepared yet. */
  public void run(UUID taskId, IfMatch seen, UUID departmentId, LocalDate deadline) {
    Task task = tasks.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge = TaskLifecycle.TABLE.take(task.state(), TaskCommand.INVITE);
    tasks.save(task.in(edge.to()));
    invite(task, departmentId, deadline);
  }

  /** Invites all of these to a task that was just opened. */
  void invite(Task task, Collection<UUID> departments, LocalDate deadline) {
    departments.forEach(department -> invite(task, department, deadline));
  }

  private void invite(Task task, UUID departmentId, LocalDate deadline) {
    Profile profile = rules.of(task.terms());
    if (profile.singleBureau().value()) {
      throw Refused.because(TaskingProblem.NOBODY_TO_INVITE).by(profile.singleBureau().clauses());
    }
    LocalDate today = LocalDate.now(clock);
    if (deadline.isBefore(today)) {
      throw Refused.because(TaskingProblem.DEADLINE_PASSED, deadline, today)
          .by(rules.setUp(profile));
    }
    Levels levels = new Levels(organisation.listDepartments(task.terms().authorityId()));
    UUID lead = task.terms().departmentId();
    boolean fits = levels.listSameLevel(lead).stream().anyMatch(d -> d.id().equals(departmentId));
    if (!fits) {
      throw Refused.because(TaskingProblem.NOT_SAME_LEVEL, levels.body(lead).name())
          .by(rules.setUp(profile));
    }
    String name = levels.body(departmentId).name();
    boolean again =
        invitations.listOfTask(task.id()).stream()
            .anyMatch(
                i ->
                    i.terms().departmentId().equals(departmentId)
                        && (i.state() == InvitationState.INVITED
                            || i.state() == InvitationState.ACCEPTED));
    if (again) {
      throw Refused.because(TaskingProblem.INVITED_ALREADY, name).by(rules.setUp(profile));
    }
    SignedIn person = SignedIn.get();
    invitations.add(
        Invitation.of(
            Ids.next(),
            new Invitation.Terms(
                task.id(),
                task.terms().authorityId(),
                departmentId,
                deadline,
                person.personId(),
                clock.instant())));
    audit.record(
        "department-invited",
        task.terms().number(),
        Map.of("department", name, "deadline", deadline.toString()));
  }
}
