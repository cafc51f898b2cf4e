package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.VisitStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to change a team: for who decides; what was decided, for who asked; and who came into a
 * team or left one.
 */
@Component
@Transactional(readOnly = true)
class StaffingTodo implements TodoSource {

  private static final Duration SHOWN = Duration.ofDays(3);

  private final VisitStore visits;
  private final StaffingStore changes;
  private final Registry registry;
  private final Clock clock;

  StaffingTodo(VisitStore visits, StaffingStore changes, Registry registry, Clock clock) {
    this.visits = visits;
    this.changes = changes;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todo = new ArrayList<>();
    if (person.may(Permission.STAFFING_DECIDE)) {
      changes.listWaiting(person.scope().acting()).stream()
          .filter(c -> DecideStaffingChange.mayDecide(c, person))
          .map(c -> todo("decide-staffing", c))
          .forEach(todo::add);
    }
    if (person.may(Permission.STAFFING_REQUEST)) {
      changes.listDecided(person.personId(), clock.instant().minus(SHOWN)).stream()
          .map(c -> todo(outcome(c), c))
          .forEach(todo::add);
    }
    registry
        .findInspectorOfPerson(person.personId())
        .ifPresent(own -> concerning(own.id()).forEach(todo::add));
    return todo;
  }

  private List<Todo> concerning(UUID inspectorId) {
    return changes.listConcerning(inspectorId, clock.instant().minus(SHOWN)).stream()
        .map(c -> todo(inspectorId.equals(c.incomingId()) ? "team-joined" : "team-left", c))
        .toList();
  }

  private static String outcome(StaffingChange change) {
    return change.state() == StaffingChange.State.REFUSED
        ? "staffing-refused"
        : "staffing-approved";
  }

  private Todo todo(String kind, StaffingChange change) {
    Visit visit = visits.get(change.visitId());
    return new Todo(
        kind, visit.targetName(), visit.latest(), false, "/visits/" + visit.id(), visit.number());
  }
}
