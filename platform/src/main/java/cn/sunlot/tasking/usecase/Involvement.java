package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.tasking.domain.HandDown;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.store.HandDownStore;
import cn.sunlot.tasking.store.InvitationStore;
import cn.sunlot.tasking.store.TaskStore;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has to do with a task besides the department that leads it: those invited, and those to which
 * a part of its list went down. Sections receive what is addressed to their department.
 */
@Component
@Transactional
public class Involvement {

  private final Organisation organisation;
  private final TaskStore tasks;
  private final InvitationStore invitations;
  private final HandDownStore handDowns;
  private final WholeView view;

  Involvement(
      Organisation organisation,
      TaskStore tasks,
      InvitationStore invitations,
      HandDownStore handDowns,
      WholeView view) {
    this.organisation = organisation;
    this.tasks = tasks;
    this.invitations = invitations;
    this.handDowns = handDowns;
    this.view = view;
  }

  /** Departments whose letters this person reads: those that the person sees, and the own one. */
  public Set<UUID> addressedTo(SignedIn person) {
    Set<UUID> all = new HashSet<>(person.scope().departments());
    all.add(levels(person).body(person.departmentId()).id());
    return all;
  }

  /** Whether the person's department itself is addressed, and not only one below it. */
  public boolean answersFor(SignedIn person, UUID departmentId) {
    return person.handles(departmentId)
        || levels(person).body(person.departmentId()).id().equals(departmentId);
  }

  /** Whether the person may look at a task. */
  public boolean sees(SignedIn person, Task task) {
    if (person.sees(task.terms().departmentId())) {
      return true;
    }
    Set<UUID> addressed = addressedTo(person);
    return involved(task.id()).anyMatch(addressed::contains);
  }

  /**
   * Whether the person may look at a visit: who takes part in it, and who leads one of its tasks.
   */
  public boolean sees(SignedIn person, Visit visit) {
    Set<UUID> addressed = addressedTo(person);
    return visit.departments().stream().anyMatch(addressed::contains)
        || visit.taskIds().stream()
            .map(tasks::get)
            .anyMatch(t -> person.sees(t.terms().departmentId()));
  }

  /**
   * The task, with others waiting, for somebody who leads it or carries out a part of it.
   *
   * @throws Refused {@code NOT_FOUND} for anybody else
   */
  public Task lock(UUID taskId) {
    SignedIn person = SignedIn.get();
    Task task = tasks.get(taskId);
    Predicate<UUID> handled = person::handles;
    boolean acts =
        handled.test(task.terms().departmentId())
            || task.terms().departments().stream().anyMatch(handled)
            || executing(taskId).anyMatch(handled);
    if (!acts) {
      throw Refused.because(KernelProblem.NOT_FOUND, taskId);
    }
    Task[] locked = new Task[1];
    view.run(() -> locked[0] = tasks.lock(taskId));
    return locked[0];
  }

  /** Saves how far a task has come, by somebody who carries out a part of it. */
  public void save(Task task) {
    view.run(() -> tasks.save(task));
  }

  private Stream<UUID> involved(UUID taskId) {
    Stream<UUID> invited =
        invitations.listOfTask(taskId).stream()
            .filter(i -> i.state() != InvitationState.WITHDRAWN)
            .map(Invitation::terms)
            .map(Invitation.Terms::departmentId);
    Stream<UUID> below =
        handDowns.listOfTask(taskId).stream()
            .map(HandDown::terms)
            .map(HandDown.Terms::departmentId);
    return Stream.concat(Stream.concat(invited, below), executing(taskId));
  }

  private Stream<UUID> executing(UUID taskId) {
    return Stream.concat(
        invitations.listOfTask(taskId).stream()
            .flatMap(i -> Stream.ofNullable(i.answer().executingId())),
        handDowns.listOfTask(taskId).stream()
            .flatMap(p -> Stream.ofNullable(p.receipt().executingId())));
  }

  private Levels levels(SignedIn person) {
    return new Levels(organisation.listDepartments(person.authorityId()));
  }
}
