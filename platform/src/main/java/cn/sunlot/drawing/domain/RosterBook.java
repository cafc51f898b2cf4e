package cn.sunlot.drawing.domain;

import cn.sunlot.draw.Units;
import cn.sunlot.draw.matching.Absence;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Recusal;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.matching.Slot;
import cn.sunlot.drawing.Draws.Group;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.drawing.Draws.SlotRef;
import cn.sunlot.drawing.InspectorsDrawn.Shortage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The roster of a draw under tokens (draw.md section 9), and what stands behind them: visits by
 * their numbers, inspectors by {@code officer:<licence number>}.
 */
public final class RosterBook {

  private final InspectorDrawOrder order;
  private final Map<UUID, String> groups = new HashMap<>();
  private final Map<String, Group> visits = new HashMap<>();
  private final Map<UUID, String> persons = new HashMap<>();
  private final Map<String, Member> members = new HashMap<>();

  /** An inspector behind a token. */
  public record Member(UUID id, String licenceNumber, String name) {}

  public RosterBook(InspectorDrawOrder order, Units units) {
    this.order = order;
    order.groups().forEach(g -> put(g, units.token(g.visitNumber())));
    order
        .officers()
        .forEach(o -> put(new Member(o.inspectorId(), o.licenceNumber(), o.name()), units));
    order
        .absent()
        .forEach(a -> put(new Member(a.inspectorId(), a.licenceNumber(), a.name()), units));
  }

  private void put(Group group, String token) {
    groups.put(group.visitId(), token);
    visits.put(token, group);
  }

  private void put(Member member, Units units) {
    String token = units.token("officer:" + member.licenceNumber());
    persons.put(member.id(), token);
    members.put(token, member);
  }

  /**
   * The roster document; its lists are sorted by token, so that their order tells nothing.
   *
   * @throws cn.sunlot.draw.text.Refusal if names are double or unknown
   */
  public Roster roster() {
    Map<String, List<String>> classes = new TreeMap<>();
    Map<List<String>, String> names = new HashMap<>();
    Map<Slot, String> slots = new LinkedHashMap<>();
    Comparator<SlotOrder> bySlot = Comparator.comparing(s -> slot(s.visitId(), s.role()).label());
    List<SlotOrder> sorted = order.slots().stream().sorted(bySlot).toList();
    // Tens of thousands of places share a few sets of people: each set is put into tokens once.
    Map<Set<UUID>, String> known = new IdentityHashMap<>();
    for (SlotOrder slot : sorted) {
      String name =
          known.computeIfAbsent(slot.eligible(), people -> classOf(people, names, classes));
      if (slots.put(slot(slot.visitId(), slot.role()), name) != null) {
        throw new IllegalArgumentException("slot twice: " + slot.visitId() + "/" + slot.role());
      }
    }
    Map<String, Long> capacities = new TreeMap<>();
    order.officers().forEach(o -> capacities.put(person(o.inspectorId()), (long) o.capacity()));
    return new Roster(
        order.groups().stream().map(g -> group(g.visitId())).sorted().toList(),
        capacities,
        classes,
        slots,
        order.recused().stream()
            .map(r -> new Recusal(group(r.visitId()), person(r.inspectorId())))
            .sorted(Comparator.comparing(Recusal::group).thenComparing(Recusal::person))
            .toList(),
        order.absent().stream()
            .map(a -> new Absence(person(a.inspectorId()), a.reason()))
            .sorted(Comparator.comparing(Absence::person))
            .toList(),
        order.balance());
  }

  private String classOf(
      Set<UUID> people, Map<List<String>, String> names, Map<String, List<String>> classes) {
    List<String> eligible = people.stream().map(this::person).sorted().toList();
    String name = names.computeIfAbsent(eligible, e -> "c" + (names.size() + 1));
    classes.put(name, eligible);
    return name;
  }

  /** A slot of the library as others know it. */
  public SlotRef ref(Slot slot) {
    return new SlotRef(visit(slot.group()).visitId(), slot.role());
  }

  /** Hall's condition as others know it. */
  public Shortage shortage(MatchResult.Reason reason) {
    return new Shortage(
        reason.slots().stream().map(this::ref).toList(),
        reason.persons().stream().map(p -> member(p).id()).toList());
  }

  public Slot slot(UUID visitId, String role) {
    return new Slot(group(visitId), role);
  }

  /** The token of a visit; an id that the roster does not have stands for itself. */
  public String group(UUID visitId) {
    return groups.getOrDefault(visitId, visitId.toString());
  }

  /** The token of an inspector; an id that the roster does not have stands for itself. */
  public String person(UUID inspectorId) {
    return persons.getOrDefault(inspectorId, inspectorId.toString());
  }

  public Group visit(String token) {
    return Optional.ofNullable(visits.get(token)).orElseThrow();
  }

  public Member member(String token) {
    return Optional.ofNullable(members.get(token)).orElseThrow();
  }
}
