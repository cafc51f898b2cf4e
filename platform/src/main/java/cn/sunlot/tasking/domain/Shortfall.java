package cn.sunlot.tasking.domain;

import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.drawing.Draws.SlotRef;
import cn.sunlot.drawing.InspectorsDrawn.Shortage;
import cn.sunlot.tasking.domain.Need.Demand;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why teams cannot be filled, in figures that can be added up by hand (draw.md section 9): which
 * visits compete for whom, and how often those can go.
 *
 * @param lines what is asked for, the most places first
 * @param places that compete
 * @param people who may fill one of them
 * @param room how many of the places they can fill together
 */
public record Shortfall(List<Line> lines, int places, int people, int room) {

  /**
   * Visits that ask for the same people.
   *
   * @param demand department, items, period
   * @param visits how many visits
   * @param places how many places in them
   * @param able who can do it
   * @param free those of them who can go at least once
   */
  public record Line(Demand demand, int visits, int places, int able, int free) {}

  /** How many places nobody can fill, whatever the draw. */
  public int missing() {
    return places - room;
  }

  /** Puts Hall's condition of a roster into figures. */
  public static Shortfall of(Shortage shortage, List<Need> needs, TeamRoster roster) {
    Map<UUID, Need> byId =
        needs.stream().collect(Collectors.toMap(Need::id, Function.identity(), (a, b) -> a));
    Map<UUID, Integer> capacity =
        roster.officers().stream()
            .collect(Collectors.toMap(Officer::inspectorId, Officer::capacity));
    Map<SlotRef, Set<UUID>> eligible = new HashMap<>();
    for (SlotOrder slot : roster.slots()) {
      eligible.put(new SlotRef(slot.visitId(), slot.role()), slot.eligible());
    }
    Map<Demand, Set<UUID>> visits = new LinkedHashMap<>();
    Map<Demand, Integer> places = new HashMap<>();
    Map<Demand, Set<UUID>> able = new HashMap<>();
    Map<UUID, Set<UUID>> groupsOf = new HashMap<>();
    Set<List<UUID>> recused =
        roster.recused().stream()
            .map(r -> List.of(r.visitId(), r.inspectorId()))
            .collect(Collectors.toSet());
    for (SlotRef slot : shortage.slots()) {
      Demand demand = demand(byId, slot);
      Set<UUID> people = eligible.getOrDefault(slot, Set.of());
      visits.computeIfAbsent(demand, k -> new HashSet<>()).add(slot.visitId());
      places.merge(demand, 1, Integer::sum);
      able.put(demand, people);
      people.stream()
          .filter(p -> !recused.contains(List.of(slot.visitId(), p)))
          .forEach(
              p -> {
                Set<UUID> groups = groupsOf.computeIfAbsent(p, k -> new HashSet<>());
                // More than somebody can serve need not be counted.
                if (groups.size() < capacity.getOrDefault(p, 0)) {
                  groups.add(slot.visitId());
                }
              });
    }
    int room = 0;
    for (UUID person : shortage.inspectors()) {
      room +=
          Math.min(
              capacity.getOrDefault(person, 0), groupsOf.getOrDefault(person, Set.of()).size());
    }
    List<Line> lines =
        visits.entrySet().stream()
            .map(
                e ->
                    line(
                        e.getKey(),
                        e.getValue().size(),
                        places.getOrDefault(e.getKey(), 0),
                        able.getOrDefault(e.getKey(), Set.of()),
                        capacity))
            .sorted(Comparator.comparingInt(Line::places).reversed())
            .toList();
    return new Shortfall(lines, shortage.slots().size(), shortage.inspectors().size(), room);
  }

  private static Demand demand(Map<UUID, Need> byId, SlotRef slot) {
    Need need = java.util.Objects.requireNonNull(byId.get(slot.visitId()), "a visit of the roster");
    return need.seats().stream()
        .filter(s -> s.role().equals(slot.role()))
        .findFirst()
        .map(need::demand)
        .orElseThrow();
  }

  private static Line line(
      Demand demand, int visits, int places, Set<UUID> able, Map<UUID, Integer> capacity) {
    int free = (int) able.stream().filter(p -> capacity.getOrDefault(p, 0) > 0).count();
    return new Line(demand, visits, places, able.size(), free);
  }
}
