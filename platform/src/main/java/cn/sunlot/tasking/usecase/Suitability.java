package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Need.Demand;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Staff;
import cn.sunlot.tasking.domain.Staff.Terms;
import cn.sunlot.tasking.domain.Visit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Whether somebody may take a place in a team without a draw (TZ-22 to TZ-24, ZB-7, N-6). */
@Component
class Suitability {

  private final Registry registry;

  Suitability(Registry registry) {
    this.registry = registry;
  }

  /**
   * The inspector, if they may.
   *
   * @param ownOnly whether they must be of the department of the place
   * @throws Refused saying why they may not
   */
  Inspector demand(TeamNeeds.Book book, Visit visit, Seat seat, UUID inspectorId, boolean ownOnly) {
    Inspector inspector = registry.getInspector(inspectorId);
    Profile profile = book.profile(visit);
    String why = why(book, visit, seat, inspector, ownOnly);
    if (!why.isEmpty()) {
      throw Refused.because(
              TaskingProblem.INSPECTOR_NOT_ELIGIBLE,
              inspector.name(),
              new DefaultMessageSourceResolvable("tasking.bar." + why))
          .by(profile.inspectors().clauses())
          .by(profile.recusal().clauses());
    }
    return inspector;
  }

  private String why(
      TeamNeeds.Book book, Visit visit, Seat seat, Inspector inspector, boolean ownOnly) {
    if (visit.hasMember(inspector.id())) {
      return "already-in-team";
    }
    Set<UUID> interests =
        registry.interests(visit.authorityId()).getOrDefault(inspector.id(), Set.of());
    if (interests.contains(visit.targetId())) {
      return "interest";
    }
    Profile profile = book.profile(visit);
    Set<UUID> own = book.bodies().staffOf(seat.departmentId(), profile.singleBureau().value());
    if (ownOnly && !own.contains(inspector.departmentId())) {
      return "other-department";
    }
    Demand demand = book.whole(visit).demand(seat);
    Terms terms = Terms.of(profile.inspectors().value());
    return Staff.whyNot(inspector, demand, terms).orElse("");
  }

  /** Whether somebody in a team can go on this day. */
  List<Inspector> listAway(Visit visit, java.time.LocalDate day, Terms terms) {
    return visit.members().stream()
        .map(m -> registry.getInspector(m.inspectorId()))
        .filter(i -> Staff.bar(i, day, day, terms).isPresent())
        .toList();
  }
}
