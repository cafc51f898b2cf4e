package cn.sunlot.tasking.usecase;

import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.domain.Bodies;
import cn.sunlot.tasking.domain.Need;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Staff;
import cn.sunlot.tasking.domain.Staff.Terms;
import cn.sunlot.tasking.domain.StaffingSetting;
import cn.sunlot.tasking.store.StaffingSettingStore;
import cn.sunlot.tasking.store.TeamStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The people there are for what visits need. */
@Component
class Rosters {

  private final Registry registry;
  private final TeamStore teams;
  private final StaffingSettingStore settings;

  Rosters(Registry registry, TeamStore teams, StaffingSettingStore settings) {
    this.registry = registry;
    this.teams = teams;
    this.settings = settings;
  }

  /** Each department's own people for its places. */
  Staff own(UUID authorityId, Profile profile, Bodies bodies, Collection<Need> needs) {
    boolean single = profile.singleBureau().value();
    return staff(authorityId, profile, bodies, needs, d -> bodies.staffOf(d, single), false);
  }

  /** The people of all sections of the bureau (ZB-10). */
  Staff across(
      UUID authorityId, Profile profile, Bodies bodies, Collection<Need> needs, boolean training) {
    return staff(authorityId, profile, bodies, needs, d -> bodies.below(bodies.body(d)), training);
  }

  /** The own people and those of the same line in neighbouring counties (TZ-21). */
  Staff withNeighbours(
      UUID authorityId, Profile profile, Bodies bodies, Collection<Need> needs, boolean training) {
    Map<UUID, StaffingSetting> settled = settings.list(authorityId);
    return staff(
        authorityId,
        profile,
        bodies,
        needs,
        d -> {
          Set<UUID> all = new HashSet<>(bodies.staffOf(d, profile.singleBureau().value()));
          bodies
              .neighbours(d, of(settled, bodies, d, authorityId).neighbours())
              .forEach(n -> all.addAll(bodies.below(n.id())));
          return all;
        },
        training);
  }

  private Staff staff(
      UUID authorityId,
      Profile profile,
      Bodies bodies,
      Collection<Need> needs,
      Function<UUID, Set<UUID>> departments,
      boolean trainingOfOthers) {
    List<Inspector> everybody = registry.listInspectors(authorityId);
    boolean single = profile.singleBureau().value();
    Map<UUID, List<Inspector>> byPlace = new HashMap<>();
    Set<UUID> others = new HashSet<>();
    for (UUID place : places(needs)) {
      Set<UUID> from = departments.apply(place);
      Set<UUID> own = bodies.staffOf(place, single);
      List<Inspector> people =
          everybody.stream().filter(i -> from.contains(i.departmentId())).toList();
      byPlace.put(place, people);
      if (trainingOfOthers) {
        people.stream()
            .filter(i -> !own.contains(i.departmentId()))
            .forEach(i -> others.add(i.id()));
      }
    }
    Terms terms = Terms.of(profile.inspectors().value());
    return new Staff(
        byPlace,
        registry.interests(authorityId),
        room(authorityId, bodies, needs, byPlace),
        terms.training(others));
  }

  private static Set<UUID> places(Collection<Need> needs) {
    Set<UUID> places = new HashSet<>();
    needs.forEach(n -> n.seats().stream().map(Seat::departmentId).forEach(places::add));
    return places;
  }

  /** How many more visits each makes in the period of all these, where a department caps them. */
  private Map<UUID, Integer> room(
      UUID authorityId, Bodies bodies, Collection<Need> needs, Map<UUID, List<Inspector>> byPlace) {
    Map<UUID, StaffingSetting> settled = settings.list(authorityId);
    Map<UUID, Integer> room = new HashMap<>();
    if (settled.isEmpty() || needs.isEmpty()) {
      return room;
    }
    LocalDate first = needs.stream().map(Need::from).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = needs.stream().map(Need::to).max(LocalDate::compareTo).orElseThrow();
    Map<UUID, Integer> held = teams.countVisits(authorityId, first, last);
    for (List<Inspector> people : byPlace.values()) {
      for (Inspector one : people) {
        int cap = of(settled, bodies, one.departmentId(), authorityId).capFor(first, last);
        if (cap < Integer.MAX_VALUE) {
          room.put(one.id(), Math.max(0, cap - held.getOrDefault(one.id(), 0)));
        }
      }
    }
    return room;
  }

  /** What the section settled, or else its department. */
  private static StaffingSetting of(
      Map<UUID, StaffingSetting> settled, Bodies bodies, UUID department, UUID authorityId) {
    StaffingSetting none = StaffingSetting.none(department, authorityId);
    return settled.getOrDefault(department, settled.getOrDefault(bodies.body(department), none));
  }
}
