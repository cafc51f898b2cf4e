package cn.sunlot.planning.store;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.PlanDuties;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Facts about plans, read from the tables. */
@Repository
@Transactional(readOnly = true)
class StoredDuties implements PlanDuties {

  private final DutyStore duties;
  private final PlanSearch search;
  private final PlanStore plans;
  private final Organisation organisation;

  StoredDuties(DutyStore duties, PlanSearch search, PlanStore plans, Organisation organisation) {
    this.duties = duties;
    this.search = search;
    this.plans = plans;
    this.organisation = organisation;
  }

  @Override
  public List<Duty> listDuties(UUID authorityId, int year) {
    return duties.list(authorityId, year).stream()
        .map(
            d ->
                new Duty(
                    d.departmentId(),
                    d.region(),
                    d.year(),
                    Lifecycle.wireName(d.kind()),
                    d.due(),
                    d.done(),
                    d.doneBy()))
        .toList();
  }

  @Override
  public List<Initiation> listInitiations(UUID authorityId, int year) {
    List<Initiation> found = new ArrayList<>();
    for (Plan plan : search.listOfYear(Scope.of(authorityId, Set.of()), year)) {
      plans.findBinding(plan.id()).map(PlanVersion::lines).stream()
          .flatMap(List::stream)
          .filter(line -> line.arrangement().joint())
          .forEach(line -> add(found, plan, line));
    }
    return found;
  }

  private void add(List<Initiation> found, Plan plan, Line line) {
    UUID lead = organisation.getBody(line.executingId()).id();
    found.add(new Initiation(lead, plan.number(), line.id(), line.title(), true));
    for (UUID participant : line.arrangement().participants()) {
      found.add(new Initiation(participant, plan.number(), line.id(), line.title(), false));
    }
  }
}
