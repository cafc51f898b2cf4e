package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Staff.Terms;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.store.VisitStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The team leader sets the day on which the team goes (TZ-26, PDS-17). */
@Component
@Transactional
public class PlanVisitDay {

  private final VisitStore visits;
  private final TeamNeeds needs;
  private final Standing standing;
  private final Suitability suitability;
  private final AuditLog audit;
  private final WholeView whole;
  private final Clock clock;

  PlanVisitDay(
      VisitStore visits,
      TeamNeeds needs,
      Standing standing,
      Suitability suitability,
      AuditLog audit,
      WholeView whole,
      Clock clock) {
    this.visits = visits;
    this.needs = needs;
    this.standing = standing;
    this.suitability = suitability;
    this.audit = audit;
    this.whole = whole;
    this.clock = clock;
  }

  /**
   * Sets the day.
   *
   * @param day within the period, or null to take it back
   */
  public void run(UUID visitId, IfMatch seen, @Nullable LocalDate day) {
    // A leader acts for the visit whose team they lead, whatever department they are of.
    whole.run(() -> plan(visitId, seen, day));
  }

  private void plan(UUID visitId, IfMatch seen, @Nullable LocalDate day) {
    Visit visit = visits.lock(visitId);
    standing.demandPart(visit);
    seen.check(visit.version());
    var edge = VisitLifecycle.TABLE.take(visit.state(), VisitCommand.PLAN_DAY);
    Profile profile = needs.of(visit.authorityId()).profile(visit);
    if (!standing.arranges(visit)) {
      throw Refused.because(TaskingProblem.LEADER_ARRANGES).by(profile.team().clauses());
    }
    if (day != null) {
      check(visit, profile, day);
    }
    visits.save(visit.in(edge.to()).planned(day));
    audit.record(
        edge.entryType(), visit.number(), Map.of("day", day == null ? "" : day.toString()));
  }

  private void check(Visit visit, Profile profile, LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    LocalDate first = visit.from().isBefore(today) ? today : visit.from();
    if (day.isBefore(first) || day.isAfter(visit.to())) {
      throw Refused.because(
              TaskingProblem.DAY_OUTSIDE_PERIOD,
              day.toString(),
              first.toString(),
              visit.to().toString())
          .by(profile.plan().clauses());
    }
    List<Inspector> away = suitability.listAway(visit, day, Terms.of(profile.inspectors().value()));
    if (!away.isEmpty()) {
      throw Refused.because(
              TaskingProblem.MEMBER_AWAY,
              day.toString(),
              away.stream().map(Inspector::name).collect(Collectors.joining("、")))
          .by(profile.inspectors().clauses());
    }
  }
}
