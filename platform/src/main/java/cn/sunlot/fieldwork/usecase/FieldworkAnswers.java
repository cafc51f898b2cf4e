package cn.sunlot.fieldwork.usecase;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.fieldwork.Fieldwork;
import cn.sunlot.fieldwork.domain.EntryDue;
import cn.sunlot.fieldwork.domain.FoundItems;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordState;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The face of the module, and what waits for inspectors and reviewers. */
@Component
@Transactional(readOnly = true)
class FieldworkAnswers implements Fieldwork, TodoSource {

  /** States in which a record is in the hands of those who enter it. */
  private static final Set<RecordState> OPEN = Set.of(RecordState.DRAFT, RecordState.RETURNED);

  private final RecordStore store;
  private final Tasks tasks;
  private final Parts parts;
  private final Registry registry;
  private final Policies policies;
  private final WorkingDays calendar;

  FieldworkAnswers(
      RecordStore store,
      Tasks tasks,
      Parts parts,
      Registry registry,
      Policies policies,
      WorkingDays calendar) {
    this.store = store;
    this.tasks = tasks;
    this.parts = parts;
    this.registry = registry;
    this.policies = policies;
    this.calendar = calendar;
  }

  @Override
  public void demandVisible(UUID visitId) {
    parts.demandVisible(tasks.getVisit(visitId));
  }

  @Override
  public List<Part> listParts(UUID visitId) {
    List<VisitRecord> records = store.list(visitId);
    return parts.of(tasks.getVisit(visitId)).stream()
        .map(part -> new Part(part.departmentId(), part.itemVersionIds(), entered(part, records)))
        .toList();
  }

  private static @Nullable Entered entered(VisitPart part, List<VisitRecord> records) {
    return records.stream()
        .filter(r -> r.departmentId().equals(part.departmentId()) && r.entry() != null)
        .findFirst()
        .map(
            r -> {
              var entry = Objects.requireNonNull(r.entry());
              return new Entered(
                  Objects.requireNonNull(r.content().visitedOn()), entry.madeOn(), entry.mobile());
            })
        .orElse(null);
  }

  @Override
  public List<Found> listFound(UUID visitId, UUID departmentId) {
    Visit visit = tasks.getVisit(visitId);
    VisitPart part = parts.get(visit, departmentId);
    return store.find(visitId, departmentId).stream()
        .filter(r -> r.state() == RecordState.ACCEPTED)
        .flatMap(r -> FoundItems.of(visitId, part, r.content()).stream())
        .toList();
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todo = new ArrayList<>();
    if (person.may(Permission.RESULT_ENTER)) {
      registry.findInspectorOfPerson(person.personId()).stream()
          .flatMap(i -> tasks.listVisitsOf(i.id()).stream())
          .flatMap(visit -> toEnter(visit, person).stream())
          .forEach(todo::add);
    }
    if (person.may(Permission.RESULT_REVIEW)) {
      store.listVisits(person.scope(), RecordState.SUBMITTED).stream()
          .map(tasks::getVisit)
          .map(v -> todo("review-record", v, new DueDate(v.to(), false)))
          .forEach(todo::add);
    }
    return todo;
  }

  /** The visit, where a record of it is still to be entered by this member of its team. */
  private Optional<Todo> toEnter(Visit visit, SignedIn person) {
    if (!visit.state().equals("dispatched") && !visit.state().equals("finished")) {
      return Optional.empty();
    }
    return parts.enteredBy(visit, person).stream()
        .map(part -> store.find(visit.id(), part.departmentId()))
        .filter(record -> record.map(VisitRecord::state).map(OPEN::contains).orElse(true))
        .map(record -> due(visit, record))
        .min(Comparator.comparing(DueDate::date))
        .map(due -> todo("enter-record", visit, due));
  }

  private DueDate due(Visit visit, Optional<VisitRecord> record) {
    Profile rules = policies.getVersion(visit.profileId(), visit.profileVersion());
    LocalDate visitedOn =
        record.map(VisitRecord::content).map(RecordContent::visitedOn).orElse(null);
    return new EntryDue(rules, calendar).of(visit.to(), visit.plannedOn(), visitedOn);
  }

  private static Todo todo(String kind, Visit visit, DueDate due) {
    return new Todo(
        kind,
        visit.targetName(),
        due.date(),
        due.provisional(),
        "/visits/" + visit.id(),
        visit.number());
  }
}
