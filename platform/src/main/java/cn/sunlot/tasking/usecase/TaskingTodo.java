package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskSearch;
import cn.sunlot.tasking.store.TaskSearch.TaskRow;
import cn.sunlot.tasking.store.VisitStore;
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

  private final TaskSearch search;
  private final VisitStore visits;
  private final StaffingStore changes;

  TaskingTodo(TaskSearch search, VisitStore visits, StaffingStore changes) {
    this.search = search;
    this.visits = visits;
    this.changes = changes;
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

  private static Todo todo(String kind, TaskRow row) {
    return new Todo(kind, row.title(), row.from(), false, "/tasks/" + row.id(), row.number());
  }
}
