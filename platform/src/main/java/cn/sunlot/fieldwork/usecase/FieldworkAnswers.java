package cn.sunlot.fieldwork.usecase;

import cn.sunlot.fieldwork.Fieldwork;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordContent.DirectResult;
import cn.sunlot.fieldwork.domain.RecordState;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The face of the module, and what waits for inspectors and reviewers. */
@Component
@Transactional(readOnly = true)
class FieldworkAnswers implements Fieldwork, TodoSource {

  private final RecordStore store;
  private final Tasks tasks;
  private final Registry registry;

  FieldworkAnswers(RecordStore store, Tasks tasks, Registry registry) {
    this.store = store;
    this.tasks = tasks;
    this.registry = registry;
  }

  @Override
  public List<Found> listFound(UUID visitId) {
    Visit visit = tasks.getVisit(visitId);
    return store.find(visitId).filter(r -> r.state() == RecordState.ACCEPTED).stream()
        .flatMap(r -> found(visit, r))
        .toList();
  }

  private static Stream<Found> found(Visit visit, VisitRecord entry) {
    RecordContent content = entry.content();
    LocalDate day = Objects.requireNonNull(content.visitedOn());
    @Nullable DirectResult direct = content.direct();
    if (direct != null) {
      return visit.items().stream()
          .map(
              i ->
                  new Found(
                      visit.id(),
                      i.taskId(),
                      i.itemVersionId(),
                      day,
                      direct.reason(),
                      direct.explanation(),
                      List.of(),
                      "",
                      direct.reason()));
    }
    return visit.items().stream()
        .flatMap(
            i ->
                content.items().stream()
                    .filter(e -> e.itemVersionId().equals(i.itemVersionId()))
                    .limit(1)
                    .map(
                        e ->
                            new Found(
                                visit.id(),
                                i.taskId(),
                                i.itemVersionId(),
                                day,
                                e.type(),
                                e.finding(),
                                e.measures(),
                                e.handling(),
                                null)));
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todo = new ArrayList<>();
    if (person.may(Permission.RESULT_ENTER)) {
      registry.findInspectorOfPerson(person.personId()).stream()
          .flatMap(i -> tasks.listVisitsOf(i.id()).stream())
          .filter(this::waitsForTeam)
          .map(v -> todo("enter-record", v))
          .forEach(todo::add);
    }
    if (person.may(Permission.RESULT_REVIEW)) {
      store.listVisits(person.scope(), RecordState.SUBMITTED).stream()
          .map(tasks::getVisit)
          .map(v -> todo("review-record", v))
          .forEach(todo::add);
    }
    return todo;
  }

  private boolean waitsForTeam(Visit visit) {
    if (visit.state().equals("dispatched")) {
      return true;
    }
    return visit.state().equals("finished")
        && store.find(visit.id()).map(r -> r.state() == RecordState.RETURNED).orElse(false);
  }

  private static Todo todo(String kind, Visit visit) {
    return new Todo(
        kind, visit.targetName(), visit.to(), false, "/visits/" + visit.id(), visit.number());
  }
}
