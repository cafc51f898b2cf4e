package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
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
  private final Policies policies;
  private final AuditLog audit;
  private final Clock clock;

  InviteDepartment(
      TaskStore tasks,
      InvitationStore invitations,
      Organisation organisation,
      JointRules rules,
      Policies policies,
      AuditLog audit,
      Clock clock) {
    this.tasks = tasks;
    this.invitations = invitations;
    this.organisation = organisation;
    this.rules = rules;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  /** Invites one more department to a task whose pool is not prepared yet. */
  public void run(UUID taskId, IfMatch seen, UUID departmentId, LocalDate deadline) {
    Task task = tasks.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge = TaskLifecycle.TABLE.take(task.state(), TaskCommand.INVITE);
    Task joint = invitations.listOfTask(taskId).isEmpty() ? becomeJoint(task) : task;
    tasks.save(joint.in(edge.to()));
    invite(joint, departmentId, deadline);
  }

  /** A task that was its department's own takes on the rules of joint inspections. */
  private Task becomeJoint(Task task) {
    TaskTerms terms = task.terms();
    LocalDate today = LocalDate.now(clock);
    Profile joint = policies.getProfileOf(terms.departmentId(), today, Inspections.JOINT);
    if (joint.id().equals(terms.profileId())) {
      return task;
    }
    if (terms.planLineId() == null) {
      rules.checkGround(terms.ground(), joint);
    }
    Task under = task.under(joint.id(), joint.version());
    tasks.saveRules(under);
    audit.record(
        "task-rules-taken",
        terms.number(),
        Map.of(
            "before", terms.profileId() + " " + terms.profileVersion(),
            "profile", joint.id() + " " + joint.version()));
    return under;
  }

  /** Invites all of these to a task that was just opened. */
  void invite(Task task, Collection<UUID> departments, LocalDate deadline) {
    departments.forEach(department -> invite(task, department, deadline));
  }

  private void invite(Task task, UUID departmentId, LocalDate deadline) {
    Levels levels = new Levels(organisation.listDepartments(task.terms().authorityId()));
    check(task, levels, departmentId, deadline);
    invitations.add(
        Invitation.of(
            Ids.next(),
            new Invitation.Terms(
                task.id(),
                task.terms().authorityId(),
                departmentId,
                deadline,
                SignedIn.get().personId(),
                clock.instant())));
    audit.record(
        "department-invited",
        task.terms().number(),
        Map.of("department", levels.body(departmentId).name(), "deadline", deadline.toString()));
  }

  private void check(Task task, Levels levels, UUID departmentId, LocalDate deadline) {
    Profile profile = rules.of(task.terms());
    UUID lead = task.terms().departmentId();
    LocalDate today = LocalDate.now(clock);
    if (profile.singleBureau().value()) {
      throw Refused.because(TaskingProblem.NOBODY_TO_INVITE).by(profile.singleBureau().clauses());
    }
    if (deadline.isBefore(today)) {
      throw Refused.because(TaskingProblem.DEADLINE_PASSED, deadline, today)
          .by(rules.setUp(profile));
    }
    if (levels.listSameLevel(lead).stream().noneMatch(d -> d.id().equals(departmentId))) {
      throw Refused.because(TaskingProblem.NOT_SAME_LEVEL, levels.body(lead).name())
          .by(rules.setUp(profile));
    }
    if (isInvited(task, departmentId)) {
      throw Refused.because(TaskingProblem.INVITED_ALREADY, levels.body(departmentId).name())
          .by(rules.setUp(profile));
    }
  }

  private boolean isInvited(Task task, UUID departmentId) {
    return invitations.listOfTask(task.id()).stream()
        .filter(i -> i.terms().departmentId().equals(departmentId))
        .anyMatch(
            i -> i.state() == InvitationState.INVITED || i.state() == InvitationState.ACCEPTED);
  }
}
