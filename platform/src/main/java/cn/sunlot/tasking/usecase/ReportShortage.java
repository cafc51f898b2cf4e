package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.policy.Policies;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.VisitStore;
import cn.sunlot.tasking.usecase.RequestStaffingChange.Order;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a way out for all visits of a task that lack people of who asks (TZ-21, ZB-10). */
@Component
@Transactional
public class ReportShortage {

  private final Involvement involvement;
  private final VisitStore visits;
  private final StaffingStore changes;
  private final TeamNeeds needs;
  private final RequestStaffingChange request;
  private final Policies policies;
  private final WholeView whole;

  ReportShortage(
      Involvement involvement,
      VisitStore visits,
      StaffingStore changes,
      TeamNeeds needs,
      RequestStaffingChange request,
      Policies policies,
      WholeView whole) {
    this.involvement = involvement;
    this.visits = visits;
    this.changes = changes;
    this.needs = needs;
    this.request = request;
    this.policies = policies;
    this.whole = whole;
  }

  public void run(UUID taskId, Way way, String statement) {
    whole.run(() -> report(involvement.lock(taskId), way, statement));
  }

  private void report(Task task, Way way, String statement) {
    TeamNeeds.Book book = needs.of(task.terms().authorityId());
    SignedIn person = SignedIn.get();
    List<Visit> lacking =
        visits.listOfTask(task.id()).stream()
            .filter(v -> v.state() == VisitState.DRAWN)
            .filter(v -> !book.needs(List.of(v), book.placesOf(v, person)).isEmpty())
            .toList();
    Set<UUID> waiting =
        changes.listOpen(lacking.stream().map(Visit::id).toList()).stream()
            .filter(c -> c.kind() == Kind.SHORTAGE)
            .map(StaffingChange::visitId)
            .collect(Collectors.toSet());
    List<Visit> asked = lacking.stream().filter(v -> !waiting.contains(v.id())).toList();
    if (asked.isEmpty()) {
      throw Refused.because(TaskingProblem.NO_PLACES_OF_OWN, task.terms().number())
          .by(
              policies
                  .getVersion(task.terms().profileId(), task.terms().profileVersion())
                  .inspectorShortage()
                  .clauses());
    }
    for (Visit visit : asked) {
      request.request(
          visit, new Order(Kind.SHORTAGE, way, null, null, "too-few-officers", statement));
    }
  }
}
