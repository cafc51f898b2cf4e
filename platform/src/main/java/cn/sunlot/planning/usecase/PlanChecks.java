package cn.sunlot.planning.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.LineRules;
import cn.sunlot.planning.domain.LineRules.OverCap;
import cn.sunlot.planning.domain.LineRules.OverFrequency;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Profile;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks the rules of plans, and refuses by the profile that binds them: a joint plan by the rules of
 * joint inspections, a department's own by those that hold for its own.
 */
@Component
class PlanChecks {

  private final RulesOfPlans rules;
  private final Catalog catalog;
  private final Organisation organisation;
  private final ArrangementChecks arrangements;
  private final CountLines count;
  private final Clock clock;

  PlanChecks(
      RulesOfPlans rules,
      Catalog catalog,
      Organisation organisation,
      ArrangementChecks arrangements,
      CountLines count,
      Clock clock) {
    this.arrangements = arrangements;
    this.count = count;
    this.rules = rules;
    this.catalog = catalog;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** What even a draft must keep to. */
  void lines(Plan plan, List<Line> lines) {
    lines(plan.authorityId(), plan.year(), plan.inspections(), lines);
  }

  /** The same for a joint inspection that is proposed. */
  void joint(UUID authorityId, int year, Line line) {
    lines(authorityId, year, Inspections.JOINT, List.of(line));
  }

  private void lines(UUID authorityId, int year, Inspections inspections, List<Line> lines) {
    Set<UUID> sections =
        organisation.listDepartments(authorityId).stream()
            .map(Department::id)
            .collect(Collectors.toSet());
    List<ItemVersion> inForce = new ArrayList<>();
    List<WrongValue> wrong = new ArrayList<>();
    for (int row = 1; row <= lines.size(); row++) {
      Line line = lines.get(row - 1);
      List<ItemVersion> onItsDays = catalog.listInForce(authorityId, day(line));
      inForce.addAll(onItsDays);
      for (WrongValue value : wrong(line, year, sections, onItsDays)) {
        wrong.add(value.inRow(row));
      }
      for (WrongValue value : arrangements.wrong(authorityId, line, inspections)) {
        wrong.add(value.inRow(row));
      }
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    if (inspections == Inspections.OWN) {
      demandNobodyElse(lines);
    }
    withinTheList(authorityId, inspections, lines, inForce);
  }

  /**
   * What the principal decides on: lines that still keep to the list, under rules in force.
   *
   * @return the profile it was checked by
   */
  Profile complete(Plan plan) {
    Profile profile = rules.get(plan);
    if (plan.current().lines().isEmpty()) {
      throw Refused.because(PlanningProblem.PLAN_EMPTY).by(profile.plan().clauses());
    }
    lines(plan, plan.current().lines());
    return profile;
  }

  /** Others stand in a plan once they were asked and have agreed, which is a joint one (TZ-17). */
  private void demandNobodyElse(List<Line> lines) {
    for (int row = 1; row <= lines.size(); row++) {
      Line line = lines.get(row - 1);
      if (line.arrangement().joint()) {
        String names =
            line.arrangement().participants().stream()
                .map(id -> organisation.getDepartment(id).name())
                .collect(Collectors.joining("、"));
        throw Refused.because(PlanningProblem.PARTICIPANTS_NOT_ASKED, line.title(), names)
            .by(rules.joint(line.executingId()))
            .naming(
                List.of(
                    WrongValue.of("participants", names, "planning.field.participants-not-asked")
                        .inRow(row)));
      }
    }
  }

  /** The day on which its items must be in force: today, or the nearest day of its period. */
  private LocalDate day(Line line) {
    return day(line, LocalDate.now(clock));
  }

  static LocalDate day(Line line, LocalDate today) {
    LocalDate from = line.period().from();
    LocalDate to = line.period().to();
    return today.isBefore(from) ? from : today.isAfter(to) ? to : today;
  }

  private List<WrongValue> wrong(
      Line line, int year, Set<UUID> sections, List<ItemVersion> inForce) {
    List<WrongValue> wrong = new ArrayList<>(LineRules.wrong(line, year, sections));
    Set<UUID> known = inForce.stream().map(ItemVersion::id).collect(Collectors.toSet());
    for (UUID item : line.itemVersionIds()) {
      if (!known.contains(item)) {
        wrong.add(
            WrongValue.of(
                "itemVersionIds",
                item.toString(),
                "planning.field.item-not-in-force",
                day(line).toString()));
      }
    }
    return wrong;
  }

  private void withinTheList(
      UUID authorityId, Inspections inspections, List<Line> lines, List<ItemVersion> inForce) {
    var byId =
        inForce.stream()
            .collect(Collectors.toMap(ItemVersion::id, Function.identity(), (a, b) -> a));
    List<OverCap> overCap = new ArrayList<>();
    List<OverFrequency> overFrequency = new ArrayList<>();
    for (int row = 1; row <= lines.size(); row++) {
      Line line = lines.get(row - 1);
      List<ItemVersion> items = line.itemVersionIds().stream().map(byId::get).toList();
      overCap.addAll(LineRules.overCap(row, line, items));
      if (!line.rates().counts().isEmpty()) {
        overCap.addAll(LineRules.overCapByNumber(row, line, items, count.run(authorityId, line)));
      }
      overFrequency.addAll(LineRules.overFrequency(row, line, items));
    }
    if (!overCap.isEmpty()) {
      throw refuse(clauses(overCap.get(0).line(), inspections), overCap);
    }
    if (!overFrequency.isEmpty()) {
      throw refuseFrequency(clauses(overFrequency.get(0).line(), inspections), overFrequency);
    }
  }

  private static Refused refuse(List<String> clauses, List<OverCap> all) {
    OverCap first = all.get(0);
    return Refused.because(
            PlanningProblem.RATIO_OVER_CAP,
            first.line().title(),
            first.item().code() + " " + first.item().name(),
            percent(first.capBp()),
            percent(first.bp()),
            first.riskClass())
        .by(clauses)
        .naming(
            all.stream()
                .map(
                    o ->
                        WrongValue.of(
                                o.line().rates().count(o.riskClass()) == null
                                    ? "ratesBp"
                                    : "counts",
                                percent(o.bp()),
                                "planning.field.over-cap",
                                o.item().code() + " " + o.item().name(),
                                percent(o.capBp()))
                            .inRow(o.row()))
                .toList());
  }

  private static Refused refuseFrequency(List<String> clauses, List<OverFrequency> all) {
    OverFrequency first = all.get(0);
    return Refused.because(
            PlanningProblem.FREQUENCY_OVER_ITEM,
            first.line().title(),
            first.item().code() + " " + first.item().name(),
            String.valueOf(first.timesPerYear()),
            String.valueOf(first.line().timesPerYear()))
        .by(clauses)
        .naming(
            all.stream()
                .map(
                    o ->
                        WrongValue.of(
                                "timesPerYear",
                                String.valueOf(o.line().timesPerYear()),
                                "planning.field.over-frequency",
                                o.item().code() + " " + o.item().name(),
                                String.valueOf(o.timesPerYear()))
                            .inRow(o.row()))
                .toList());
  }

  /** On what the list rests to which a line keeps. */
  private List<String> clauses(Line line, Inspections inspections) {
    return rules.get(line.executingId(), inspections).itemList().clauses();
  }

  private static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
  }
}
