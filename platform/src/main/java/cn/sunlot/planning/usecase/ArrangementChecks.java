package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may take part in a line, who may draw it, and what of it only some rules know (TZ-14, TZ-17,
 * PDS-13).
 */
@Component
class ArrangementChecks {

  private final Organisation organisation;
  private final Registry registry;
  private final Policies policies;
  private final Clock clock;

  ArrangementChecks(Organisation organisation, Registry registry, Policies policies, Clock clock) {
    this.organisation = organisation;
    this.registry = registry;
    this.policies = policies;
    this.clock = clock;
  }

  /** Values of the line that do not fit those who carry it out, the registry, or the rules. */
  List<WrongValue> wrong(UUID authorityId, Line line) {
    List<WrongValue> wrong = new ArrayList<>();
    Map<UUID, Department> known =
        organisation.listDepartments(authorityId).stream()
            .collect(Collectors.toMap(Department::id, Function.identity()));
    Department lead = known.get(line.executingId());
    if (lead != null) {
      wrong.addAll(participants(known, lead, line.arrangement().participants()));
      if (line.arrangement().handling() != Handling.CITY_RUN && !isAboveCounties(known, lead)) {
        wrong.add(
            WrongValue.of(
                "handling",
                Lifecycle.wireName(line.arrangement().handling()),
                "planning.field.handling-level",
                lead.name()));
      }
    }
    wrong.addAll(subRegistries(authorityId, line.filter().subRegistries()));
    policies
        .findProfile(authorityId, LocalDate.now(clock))
        .ifPresent(profile -> wrong.addAll(byProfile(profile, line)));
    return wrong;
  }

  private static List<WrongValue> participants(
      Map<UUID, Department> known, Department lead, List<UUID> participants) {
    List<WrongValue> wrong = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    Department leading = level(known, lead);
    for (UUID id : participants) {
      Department one = known.get(id);
      if (one == null) {
        wrong.add(participant(id.toString(), "participant-unknown"));
      } else if (id.equals(lead.id()) || id.equals(leading.id())) {
        wrong.add(participant(one.name(), "participant-leads"));
      } else if (!isLevel(known, one, leading)) {
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

  /** Departments of one region take part with each other; in a bureau of its own, sections do. */
  private static boolean isLevel(Map<UUID, Department> known, Department one, Department leading) {
    return leading.isSection()
        ? one.isSection() && Objects.equals(one.parentId(), leading.parentId())
        : !one.isSection()
            && !one.kind().equals("government")
            && Objects.equals(one.region(), leading.region())
            && level(known, one).equals(one);
  }

  /** Who a department stands for among others: of a city its department, of a bureau itself. */
  private static Department level(Map<UUID, Department> known, Department department) {
    Department parent = parent(known, department);
    return parent != null && department.isSection() && !parent.kind().equals("bureau")
        ? level(known, parent)
        : department;
  }

  private static @Nullable Department parent(Map<UUID, Department> known, Department of) {
    UUID parentId = of.parentId();
    return parentId == null ? null : known.get(parentId);
  }

  /** Only above counties there is somebody to hand down to: a city's departments. */
  private static boolean isAboveCounties(Map<UUID, Department> known, Department lead) {
    String region = level(known, lead).region();
    return region != null
        && known.values().stream()
            .map(Department::region)
            .filter(Objects::nonNull)
            .anyMatch(other -> !other.equals(region) && isBelow(other, region));
  }

  private static boolean isBelow(String region, String superior) {
    return Regions.isWithin(region, superior);
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
