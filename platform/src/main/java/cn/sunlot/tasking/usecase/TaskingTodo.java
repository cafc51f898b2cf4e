package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskSearch;
import cn.sunlot.tasking.store.TaskSearch.TaskRow;
import cn.sunlot.tasking.store.VisitStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What tasks, visits and requests wait for. */
@Component
@Transactional(readOnly = true)
class TaskingTodo implements TodoSource {

  /** Task states in which the section officer has the next step, and what it is. */
  private static final Map<String, String> NEXT =
      Map.of(
          "opened", "prepare-pool",
          "pool-ready", "freeze-pool",
          "targets-drawn", "form-teams",
          "staffed", "dispatch-task");

  private static final Duration SHOWN = Duration.ofDays(3);

  private final TaskSearch search;
  private final VisitStore visits;
  private final StaffingStore changes;
  private final Clock clock;

  TaskingTodo(TaskSearch search, VisitStore visits, StaffingStore changes, Clock clock) {
    this.search = search;
    this.visits = visits;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todo = new ArrayList<>();
    if (person.may(Permission.TASK_EDIT)) {
      NEXT.forEach(
          (state, kind) ->
              search.page(person.scope(), null, state, new Page.Request(1, 50)).items().stream()
                  .map(row -> todo(kind, row))
                  .forEach(todo::add));
    }
    toDecide(person).forEach(todo::add);
    decided(person).forEach(todo::add);
    return todo;
  }

  /** Requests that wait for this leader, of those that the rules name. */
  private List<Todo> toDecide(SignedIn person) {
    if (!person.may(Permission.STAFFING_DECIDE)) {
      return List.of();
    }
    return changes.listWaiting(person.scope().acting()).stream()
        .filter(c -> DecideStaffingChange.mayDecide(c, person))
        .map(c -> todo("decide-staffing", visits.get(c.visitId())))
        .toList();
  }

  /** What was decided on the person's own requests, for some days. */
  private List<Todo> decided(SignedIn person) {
    if (!person.may(Permission.STAFFING_REQUEST)) {
      return List.of();
    }
    return changes.listDecided(person.personId(), clock.instant().minus(SHOWN)).stream()
        .map(
            c ->
                todo(
                    c.state() == StaffingChange.State.REFUSED
                        ? "staffing-refused"
                        : "staffing-approved",
                    visits.get(c.visitId())))
        .toList();
  }

  private static Todo todo(String kind, Visit visit) {
    return new Todo(
        kind, visit.targetName(), visit.latest(), false, "/visits/" + visit.id(), visit.number());
  }

  private static Todo todo(String kind, TaskRow row) {
    return new Todo(kind, row.title(), row.from(), false, "/tasks/" + row.id(), row.number());
  }
}
