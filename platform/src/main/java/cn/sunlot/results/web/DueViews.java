package cn.sunlot.results.web;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.results.domain.VisitDue;
import cn.sunlot.results.domain.VisitDue.Kind;
import cn.sunlot.results.store.DueStore;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last days that follow from a visit, as screens show them. */
@Component
@Transactional(readOnly = true)
class DueViews {

  /**
   * A last day.
   *
   * @param department whose items it is about
   * @param clauses that set it
   */
  record DueView(
      @OneOf(Kind.class) String kind,
      NamedId department,
      DueDate due,
      @Nullable LocalDate doneOn,
      boolean overdue,
      List<String> clauses) {}

  private final DueStore store;
  private final Tasks tasks;
  private final Policies policies;
  private final Organisation organisation;
  private final Clock clock;

  DueViews(DueStore store, Tasks tasks, Policies policies, Organisation organisation, Clock clock) {
    this.store = store;
    this.tasks = tasks;
    this.policies = policies;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** Those of a visit, of all its departments. */
  List<DueView> of(UUID visitId) {
    Visit visit = tasks.getVisit(visitId);
    Profile rules = policies.getVersion(visit.profileId(), visit.profileVersion());
    return store.list(visitId).stream().map(due -> view(due, rules)).toList();
  }

  /** Those of one department. */
  List<DueView> of(UUID visitId, UUID departmentId) {
    return of(visitId).stream().filter(d -> d.department().id().equals(departmentId)).toList();
  }

  private DueView view(VisitDue due, Profile rules) {
    return new DueView(
        Lifecycle.wireName(due.kind()),
        new NamedId(due.departmentId(), organisation.getDepartment(due.departmentId()).name()),
        due.due(),
        due.doneOn(),
        due.isOverdue(LocalDate.now(clock)),
        switch (due.kind()) {
          case PUBLICATION -> rules.publish().clauses();
          case TRANSFER -> rules.transfer().clauses();
          case FOLLOW_UP -> rules.followUp().clauses();
          case ARCHIVE -> rules.archive().clauses();
        });
  }
}
