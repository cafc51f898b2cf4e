package cn.sunlot.planning.usecase;

import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Manpower;
import cn.sunlot.planning.domain.Manpower.OfDepartment;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Team;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a line needs of inspectors, and who is there in its period (TZ-15). */
@Component
@Transactional(readOnly = true)
public class MeasureManpower {

  private final CountLines count;
  private final Registry registry;
  private final Organisation organisation;
  private final RulesOfPlans rules;
  private final WorkingDays workingDays;

  MeasureManpower(
      CountLines count,
      Registry registry,
      Organisation organisation,
      RulesOfPlans rules,
      WorkingDays workingDays) {
    this.count = count;
    this.registry = registry;
    this.organisation = organisation;
    this.rules = rules;
    this.workingDays = workingDays;
  }

  public Manpower run(UUID authorityId, Line line) {
    var how = line.arrangement();
    List<LocalDate> days = workingDays.list(line.period().from(), line.period().to());
    List<Inspector> inspectors = registry.listInspectors(authorityId);
    Bodies bodies = Bodies.of(organisation, authorityId);
    List<OfDepartment> departments =
        bodies.inspecting(line).stream()
            .map(body -> ofDepartment(body, bodies.within(body), inspectors, days))
            .toList();
    return Manpower.of(
        count.run(authorityId, line),
        line.timesPerYear(),
        team(line),
        how.visitsPerDay(),
        how.handling() != Handling.CITY_RUN,
        days,
        departments);
  }

  private static OfDepartment ofDepartment(
      Department body, Set<UUID> within, List<Inspector> inspectors, List<LocalDate> days) {
    long[] each =
        inspectors.stream()
            .filter(i -> within.contains(i.departmentId()))
            .mapToLong(i -> Manpower.available(i, days))
            .filter(available -> available > 0)
            .toArray();
    return new OfDepartment(body.id(), each.length, Arrays.stream(each).sum());
  }

  /**
   * How many go to a target: as the rules say, and of a joint inspection one of each participant
   * besides those of the lead.
   */
  private int team(Line line) {
    int participants = line.arrangement().participants().size();
    Team rule =
        rules
            .find(
                line.executingId(),
                line.arrangement().joint() ? Inspections.JOINT : Inspections.OWN)
            .map(profile -> profile.team().value())
            .orElse(null);
    if (rule == null) {
      return Math.max(2, 1 + participants);
    }
    Integer lead = rule.leadMin();
    return Math.max(rule.min(), (lead == null ? 1 : lead) + participants);
  }
}
