package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.tasking.domain.HandDownState;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.HandDownStore;
import cn.sunlot.tasking.store.InvitationStore;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskSearch;
import cn.sunlot.tasking.store.TaskSearch.TaskRow;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What tasks, visits and requests wait for. */
@Component
@Transactional(readOnly = true)
class TaskingTodo implements TodoSource {

  private static final String FORM_TEAMS = "form-teams";

  /** Task states in which the section officer has the next step, and what it is. */
  private static final Map<String, String> NEXT =
      Map.of(
          "opened", "prepare-pool",
          "pool-ready", "freeze-pool",
          "targets-drawn", FORM_TEAMS,
          "staffed", "dispatch-task");

  private final TaskSearch search;
  private final TaskStore tasks;
  private final InvitationStore invitations;
  private final HandDownStore handDowns;
  private final Involvement involvement;
  private final VisitStore visits;
  private final StaffingStore changes;

  TaskingTodo(
      TaskSearch search,
      TaskStore tasks,
      InvitationStore invitations,
      HandDownStore handDowns,
      Involvement involvement,
      VisitStore visits,
      StaffingStore changes) {
    this.search = search;
    this.tasks = tasks;
    this.invitations = invitations;
    this.handDowns = handDowns;
    this.involvement = involvement;
    this.visits = visits;
    this.changes = changes;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todo = new ArrayList<>();
    if (person.may(Permission.TASK_EDIT)) {
      NEXT.forEach((state, kind) -> todo.addAll(own(person, state, kind)));
      todo.addAll(together(person));
      todo.addAll(parts(person));
    }
    if (person.may(Permission.STAFFING_DECIDE)) {
      changes.listWaiting(person.scope()).stream()
          .filter(c -> !c.requestedBy().equals(person.personId()))
          .map(c -> visits.get(c.visitId()))
          .map(
              v ->
                  new Todo(
                      "decide-staffing",
                      v.targetName(),
                      v.from(),
                      false,
                      "/visits/" + v.id(),
                      v.number()))
          .forEach(todo::add);
    }
    return todo;
  }

  /** Tasks that the person leads; where the list went down, teams are no longer the lead's. */
  private List<Todo> own(SignedIn person, String state, String kind) {
    return search
        .page(person.scope().acting(), Set.of(), null, state, new Page.Request(1, 50))
        .items()
        .stream()
        .filter(row -> !row.handedDown() || !kind.equals(FORM_TEAMS))
        .map(row -> todo(kind, row))
        .toList();
  }

  /** Parts of other departments' tasks, and of lists that went down, that have no teams yet. */
  private List<Todo> parts(SignedIn person) {
    return search.listWithoutTeams(person.scope().handled()).stream()
        .map(tasks::get)
        .filter(t -> t.state() != TaskState.DRAWING_INSPECTORS)
        .filter(t -> t.terms().handedDown() || !person.handles(t.terms().departmentId()))
        .map(t -> todo(FORM_TEAMS, t.id(), t.terms().from()))
        .toList();
  }

  /** Invitations to be answered, set-ups to be closed, lists to be received. */
  private List<Todo> together(SignedIn person) {
    List<Todo> todo = new ArrayList<>();
    Set<UUID> addressed = involvement.addressedTo(person);
    invitations.listTo(addressed, InvitationState.INVITED).stream()
        .filter(i -> involvement.answersFor(person, i.terms().departmentId()))
        .forEach(
            i -> todo.add(todo("answer-invitation", i.terms().taskId(), i.terms().deadline())));
    handDowns.listTo(addressed, HandDownState.HANDED_DOWN).stream()
        .filter(p -> involvement.answersFor(person, p.terms().departmentId()))
        .map(p -> p.terms().taskId())
        .distinct()
        .forEach(id -> todo.add(todo("receive-list", id, tasks.get(id).terms().from())));
    search
        .page(person.scope().acting(), Set.of(), null, "setting-up", new Page.Request(1, 50))
        .items()
        .forEach(row -> todo.add(setUp(row)));
    return todo;
  }

  private Todo setUp(TaskRow row) {
    return invitations.listOfTask(row.id()).stream()
        .filter(i -> i.state() == InvitationState.INVITED)
        .map(i -> i.terms().deadline())
        .min(Comparator.naturalOrder())
        .map(day -> todo("await-answers", row.id(), day))
        .orElseGet(() -> todo("complete-set-up", row));
  }

  private Todo todo(String kind, UUID taskId, LocalDate due) {
    var terms = tasks.get(taskId).terms();
    return new Todo(kind, terms.title(), due, false, "/tasks/" + taskId, terms.number());
  }

  private static Todo todo(String kind, TaskRow row) {
    return new Todo(kind, row.title(), row.from(), false, "/tasks/" + row.id(), row.number());
  }
}
