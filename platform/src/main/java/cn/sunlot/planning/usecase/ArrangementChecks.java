package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may take part in a line, who may draw it, and what of it only some rules know (TZ-14, TZ-17,
 * PDS-13).
 */
@Component
class ArrangementChecks {

  private final Organisation organisation;
  private final Registry registry;
  private final RulesOfPlans rules;

  ArrangementChecks(Organisation organisation, Registry registry, RulesOfPlans rules) {
    this.organisation = organisation;
    this.registry = registry;
    this.rules = rules;
  }

  /** Values of the line that do not fit those who carry it out, the registry, or the rules. */
  List<WrongValue> wrong(UUID authorityId, Line line, Inspections inspections) {
    List<WrongValue> wrong = new ArrayList<>();
    Bodies bodies = Bodies.of(organisation, authorityId);
    Department lead = bodies.find(line.executingId());
    if (lead != null) {
      wrong.addAll(participants(bodies, lead, line.arrangement().participants()));
      if (line.arrangement().handling() != Handling.CITY_RUN && !bodies.isAboveCounties(lead)) {
        wrong.add(
            WrongValue.of(
                "handling",
                Lifecycle.wireName(line.arrangement().handling()),
                "planning.field.handling-level",
                lead.name()));
      }
    }
    wrong.addAll(subRegistries(authorityId, line.filter().subRegistries()));
    if (lead != null) {
      rules
          .find(lead.id(), inspections)
          .ifPresent(profile -> wrong.addAll(byProfile(profile, line)));
    }
    return wrong;
  }

  private static List<WrongValue> participants(
      Bodies bodies, Department lead, List<UUID> participants) {
    List<WrongValue> wrong = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    Department leading = bodies.body(lead);
    for (UUID id : participants) {
      Department one = bodies.find(id);
      if (one == null) {
        wrong.add(participant(id.toString(), "participant-unknown"));
      } else if (id.equals(lead.id()) || id.equals(leading.id())) {
        wrong.add(participant(one.name(), "participant-leads"));
      } else if (!bodies.areOfOneLevel(one, leading)) {
        wrong.add(participant(one.name(), "participant-elsewhere", leading.name()));
      } else if (!seen.add(id)) {
        wrong.add(participant(one.name(), "participant-twice"));
      }
    }
    return wrong;
  }

  private static WrongValue participant(String name, String key, String... arguments) {
    return WrongValue.of("participants", name, "planning.field." + key, arguments);
  }

  private List<WrongValue> subRegistries(UUID authorityId, Set<UUID> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Set<UUID> there =
        registry.listSubRegistries(authorityId).stream()
            .map(NamedId::id)
            .collect(Collectors.toSet());
    return wanted.stream()
        .filter(id -> !there.contains(id))
        .map(id -> WrongValue.of("filter", id.toString(), "planning.field.sub-registry"))
        .toList();
  }

  private static List<WrongValue> byProfile(Profile profile, Line line) {
    List<WrongValue> wrong = new ArrayList<>();
    if (line.rates().raisesKeyTargets()
        && profile.keyTargets().value().raiseRateAndFrequencyFor().isEmpty()) {
      wrong.add(WrongValue.of("ratesBp", Rates.KEY, "planning.field.no-key-targets"));
    }
    Set<Way> allowed = profile.method().value().allowed();
    line.arrangement().methods().stream()
        .filter(way -> !allowed.isEmpty() && !allowed.contains(way))
        .map(Lifecycle::wireName)
        .sorted()
        .forEach(way -> wrong.add(WrongValue.of("methods", way, "planning.field.method-beyond")));
    return wrong;
  }
}
