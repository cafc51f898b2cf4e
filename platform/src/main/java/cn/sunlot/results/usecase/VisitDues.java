package cn.sunlot.results.usecase;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.fieldwork.Fieldwork;
import cn.sunlot.fieldwork.Fieldwork.Entered;
import cn.sunlot.fieldwork.Fieldwork.Part;
import cn.sunlot.results.domain.DueRules;
import cn.sunlot.results.domain.DueRules.Facts;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.ResultKinds;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.domain.VisitDue;
import cn.sunlot.results.domain.VisitDue.Kind;
import cn.sunlot.results.store.DueStore;
import cn.sunlot.results.store.LeadStore;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the last days that follow from a visit: those of each department for its own items, and of
 * several tasks that meet in the visit the day that comes first.
 */
@Component
class VisitDues {

  /**
   * A day that is another one now.
   *
   * @param before null where there was none
   * @param now null where there is none any more
   */
  record Moved(VisitDue what, @Nullable DueDate before, @Nullable DueDate now) {}

  private final DueStore store;
  private final ResultStore results;
  private final ReportStore reports;
  private final LeadStore leads;
  private final Fieldwork fieldwork;
  private final Tasks tasks;
  private final TaskRules rules;
  private final WorkingDays calendar;
  private final Clock clock;

  VisitDues(
      DueStore store,
      ResultStore results,
      ReportStore reports,
      LeadStore leads,
      Fieldwork fieldwork,
      Tasks tasks,
      TaskRules rules,
      WorkingDays calendar,
      Clock clock) {
    this.store = store;
    this.results = results;
    this.reports = reports;
    this.leads = leads;
    this.fieldwork = fieldwork;
    this.tasks = tasks;
    this.rules = rules;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Works the days of a visit out again, by what has happened so far.
   *
   * @return those that are other days now
   */
  List<Moved> renew(UUID visitId) {
    Visit visit = tasks.getVisit(visitId);
    List<VisitDue> before = store.list(visitId);
    List<Result> all = results.listOfVisit(visitId);
    List<Part> parts = fieldwork.listParts(visitId);
    LocalDate inspected =
        parts.stream()
            .map(Part::entered)
            .filter(Objects::nonNull)
            .map(Entered::visitedOn)
            .min(Comparator.naturalOrder())
            .orElse(null);
    List<Moved> moved = new ArrayList<>();
    for (Part part : parts) {
      for (UUID department : departments(visit, part)) {
        List<Result> own = all.stream().filter(r -> r.departmentId().equals(department)).toList();
        for (Kind kind : Kind.values()) {
          Optional<DueDate> now = due(visit, part, kind, inspected, own);
          put(visit, department, kind, now, own, before).ifPresent(moved::add);
        }
      }
    }
    return moved;
  }

  /** Those that answer for an item of the part. */
  private static Set<UUID> departments(Visit visit, Part part) {
    return visit.items().stream()
        .filter(item -> part.itemVersionIds().contains(item.itemVersionId()))
        .map(VisitItem::departmentId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<DueDate> due(
      Visit visit, Part part, Kind kind, @Nullable LocalDate inspected, List<Result> own) {
    return DueRules.strictest(
        visit.taskIds().stream()
            .flatMap(
                task ->
                    new DueRules(rules.of(task), calendar)
                        .due(kind, facts(task, part, inspected, own)).stream()));
  }

  private Facts facts(UUID task, Part part, @Nullable LocalDate inspected, List<Result> own) {
    Entered entered = part.entered();
    return new Facts(
        inspected,
        entered == null ? null : entered.madeOn(),
        entered != null && entered.mobile(),
        tasks.getTask(task).endedOn(),
        reports.findOfTask(task).map(Report::reportedOn).orElse(null),
        leads.hasAny(own.stream().map(Result::id).toList()),
        own.stream()
            .filter(r -> r.state() != ResultState.CORRECTED)
            .anyMatch(r -> ResultKinds.isProblem(r.finding().type())));
  }

  private Optional<Moved> put(
      Visit visit,
      UUID department,
      Kind kind,
      Optional<DueDate> now,
      List<Result> own,
      List<VisitDue> all) {
    VisitDue before =
        all.stream()
            .filter(d -> d.departmentId().equals(department) && d.kind() == kind)
            .findFirst()
            .orElse(null);
    if (before != null && before.doneOn() != null) {
      // What is done, in time or late, stays so, whatever moves.
      return Optional.empty();
    }
    if (now.isEmpty()) {
      if (before != null) {
        store.remove(before);
      }
      return before == null ? Optional.empty() : Optional.of(new Moved(before, before.due(), null));
    }
    VisitDue fresh =
        new VisitDue(visit.id(), department, visit.authorityId(), kind, now.get(), done(kind, own));
    if (!fresh.equals(before)) {
      store.put(fresh);
    }
    DueDate was = before == null ? null : before.due();
    return now.get().equals(was) ? Optional.empty() : Optional.of(new Moved(fresh, was, now.get()));
  }

  /** Published is what has results, none of which waits any more: on the day of the last. */
  private @Nullable LocalDate done(Kind kind, List<Result> own) {
    if (kind != Kind.PUBLICATION
        || own.isEmpty()
        || own.stream().anyMatch(r -> r.state() == ResultState.ACCEPTED)) {
      return null;
    }
    return own.stream()
        .filter(r -> r.correctsId() == null)
        .map(Result::publishedAt)
        .filter(Objects::nonNull)
        .map(at -> LocalDate.ofInstant(at, clock.getZone()))
        .max(Comparator.naturalOrder())
        .orElseGet(() -> LocalDate.now(clock));
  }
}
