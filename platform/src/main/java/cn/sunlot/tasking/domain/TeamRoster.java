package cn.sunlot.tasking.domain;

import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.Group;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.domain.Need.Demand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who can be drawn for which place: of the department of the place, licence valid on the visit's
 * last day, entered for its items where that is asked, nobody on leave for the whole period, nobody
 * with a declared interest.
 *
 * <p>Places that ask for the same share one set of people, so that a roster of tens of thousands of
 * visits stays as small as what they differ in.
 *
 * @param groups the visits
 * @param officers everybody who can be drawn
 * @param recused who must not go where
 * @param absent who cannot be drawn, with the reason's code
 */
public record TeamRoster(
    List<Group> groups,
    List<SlotOrder> slots,
    List<Officer> officers,
    List<RecusedPair> recused,
    List<AbsentOfficer> absent) {

  /** Makes the roster of what is needed from the people there are. */
  public static TeamRoster of(List<Need> needs, Staff staff) {
    Map<UUID, Inspector> everybody = new LinkedHashMap<>();
    needs.stream()
        .flatMap(n -> n.seats().stream())
        .map(Seat::departmentId)
        .distinct()
        .flatMap(d -> staff.of(d).stream())
        .forEach(i -> everybody.put(i.id(), i));
    List<Officer> officers = new ArrayList<>();
    List<AbsentOfficer> absent = new ArrayList<>();
    Set<List<LocalDate>> periods =
        needs.stream()
            .map(n -> List.of(n.from(), n.to()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Inspector one : everybody.values()) {
      Optional<String> bar = barAlways(one, periods, staff.terms());
      if (bar.isPresent()) {
        absent.add(new AbsentOfficer(one.id(), one.licenceNumber(), one.name(), bar.get()));
      } else {
        int room = Math.min(needs.size(), staff.room().getOrDefault(one.id(), needs.size()));
        officers.add(new Officer(one.id(), one.licenceNumber(), one.name(), Math.max(0, room)));
      }
    }
    return new TeamRoster(
        needs.stream().map(n -> new Group(n.id(), n.number())).toList(),
        slots(needs, staff),
        officers,
        recused(needs, staff, everybody.keySet()),
        absent);
  }

  /** Why somebody cannot serve at all: barred in every period; the reason in the first. */
  private static Optional<String> barAlways(
      Inspector inspector, Set<List<LocalDate>> periods, Staff.Terms terms) {
    Optional<String> first = Optional.empty();
    for (List<LocalDate> period : periods) {
      Optional<String> bar = Staff.bar(inspector, period.get(0), period.get(1), terms);
      if (bar.isEmpty()) {
        return bar;
      }
      first = first.or(() -> bar);
    }
    return first;
  }

  private static List<SlotOrder> slots(List<Need> needs, Staff staff) {
    Map<Demand, Set<UUID>> able = new HashMap<>();
    List<SlotOrder> slots = new ArrayList<>();
    for (Need need : needs) {
      for (Seat seat : need.seats()) {
        Set<UUID> eligible =
            able.computeIfAbsent(
                need.demand(seat),
                demand ->
                    staff.of(demand.departmentId()).stream()
                        .filter(i -> staff.suits(i, demand))
                        .map(Inspector::id)
                        .collect(Collectors.toUnmodifiableSet()));
        slots.add(new SlotOrder(need.id(), seat.role(), eligible));
      }
    }
    return slots;
  }

  /** Who has an interest in the target, and who is in the team already. */
  private static List<RecusedPair> recused(List<Need> needs, Staff staff, Set<UUID> everybody) {
    Map<UUID, Set<UUID>> ofTarget = new HashMap<>();
    staff
        .interests()
        .forEach(
            (inspector, targets) ->
                targets.forEach(
                    t -> ofTarget.computeIfAbsent(t, k -> new HashSet<>()).add(inspector)));
    List<RecusedPair> recused = new ArrayList<>();
    for (Need need : needs) {
      Set<UUID> out = new LinkedHashSet<>(need.serving());
      if (need.targetId() != null) {
        out.addAll(ofTarget.getOrDefault(need.targetId(), Set.of()));
      }
      out.retainAll(everybody);
      out.forEach(i -> recused.add(new RecusedPair(need.id(), i)));
    }
    return recused;
  }
}
