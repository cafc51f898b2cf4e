package cn.sunlot.draw.matching;

import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.matching.MatchResult.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Section 9 word by word: a new maximum flow for every question. Slow, and shares nothing with the
 * solver but the documents.
 */
final class Reference {
  private final Map<Slot, Set<String>> eligible = new HashMap<>();
  private final Map<String, Long> capacity = new HashMap<>();
  private final List<Slot> order;
  private final Tickets tickets;
  private final boolean balance;

  /** The draw and the rounds so far; the last input, if any, is the round to be matched. */
  Reference(
      Roster roster, List<MatchResult> results, List<InspectorRound> inputs, Tickets tickets) {
    this.tickets = tickets;
    this.balance = roster.balance();
    Map<Slot, String> held = new HashMap<>();
    Set<Recusal> recused = new HashSet<>(roster.recused());
    Set<String> absent = new HashSet<>();
    roster.absent().forEach(a -> absent.add(a.person()));
    for (int i = 0; i < results.size(); i++) {
      results.get(i).slots().forEach(a -> held.put(a.slot(), a.person()));
      InspectorRound input = inputs.get(i);
      for (InspectorRound.Departure left : input.left()) {
        held.remove(left.slot());
        recused.add(new Recusal(left.slot().group(), left.person()));
      }
      recused.addAll(input.recused());
      input.absent().forEach(a -> absent.add(a.person()));
    }
    List<Slot> open =
        inputs.isEmpty()
            ? List.copyOf(roster.slots().keySet())
            : inputs.get(inputs.size() - 1).open();
    order = new ArrayList<>(open);
    order.sort(
        Comparator.comparing((Slot s) -> tickets.of("slot|" + s.label()), Arrays::compareUnsigned)
            .thenComparing(Slot::label));
    roster.persons().forEach(capacity::put);
    held.values().forEach(p -> capacity.merge(p, -1L, Long::sum));
    held.forEach((slot, p) -> recused.add(new Recusal(slot.group(), p)));
    for (Slot slot : open) {
      Set<String> who = new TreeSet<>(of(roster.classes(), of(roster.slots(), slot)));
      who.removeAll(absent);
      who.removeIf(p -> recused.contains(new Recusal(slot.group(), p)));
      eligible.put(slot, who);
    }
  }

  MatchResult result() {
    OptionalLong cap = OptionalLong.empty();
    if (balance) {
      cap = OptionalLong.of(cap());
      long limit = cap.getAsLong();
      capacity.replaceAll((p, c) -> Math.min(c, limit));
    }
    List<Slot> kept = new ArrayList<>();
    for (Slot slot : order) {
      kept.add(slot);
      if (most(kept, Map.of()) < kept.size()) {
        kept.remove(slot);
      }
    }
    List<Slot> unfilled = order.stream().filter(s -> !kept.contains(s)).toList();
    Map<Slot, String> chosen = new HashMap<>();
    for (Slot slot : kept) {
      List<String> ranked = new ArrayList<>(of(eligible, slot));
      ranked.sort(
          Comparator.comparing(
                  (String p) -> tickets.of("pair|" + slot.label() + "|" + p),
                  Arrays::compareUnsigned)
              .thenComparing(Comparator.naturalOrder()));
      for (String p : ranked) {
        chosen.put(slot, p);
        if (most(kept, chosen) == kept.size()) {
          break;
        }
        chosen.remove(slot);
      }
    }
    return new MatchResult(
        kept.stream().map(s -> new Assignment(s, of(chosen, s))).toList(),
        cap,
        unfilled,
        unfilled.isEmpty() ? null : reason());
  }

  private long cap() {
    Map<String, Long> full = Map.copyOf(capacity);
    int most = most(order, Map.of());
    long cap = 0;
    int reached = -1;
    while (reached < most) {
      cap++;
      long limit = cap;
      capacity.replaceAll((p, c) -> Math.min(of(full, p), limit));
      reached = most(order, Map.of());
    }
    capacity.putAll(full);
    return cap;
  }

  private Reason reason() {
    int most = most(order, Map.of());
    List<Slot> slots = new ArrayList<>();
    Set<String> persons = new TreeSet<>();
    for (Slot slot : order) {
      List<Slot> others = new ArrayList<>(order);
      others.remove(slot);
      if (most(others, Map.of()) == most) {
        slots.add(slot);
        persons.addAll(of(eligible, slot));
      }
    }
    return new Reason(slots, List.copyOf(persons));
  }

  /** The number left unfilled, added up from the reason as a reader would. */
  long shortage(Reason reason) {
    long sum = reason.slots().size();
    for (String p : reason.persons()) {
      long groups =
          reason.slots().stream()
              .filter(s -> of(eligible, s).contains(p))
              .map(Slot::group)
              .distinct()
              .count();
      sum -= Math.min(of(capacity, p), groups);
    }
    return sum;
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  /** A maximum flow from nothing; slots with a chosen person may go to that person only. */
  private int most(List<Slot> slots, Map<Slot, String> chosen) {
    Network network = new Network();
    for (Slot slot : slots) {
      network.add("source", "slot " + slot, 1);
      Set<String> who = chosen.containsKey(slot) ? Set.of(of(chosen, slot)) : of(eligible, slot);
      for (String p : who) {
        String pair = "pair " + slot.group() + " " + p;
        network.add("slot " + slot, pair, 1);
        network.add(pair, "person " + p, 1);
        network.add("person " + p, "sink", of(capacity, p));
      }
    }
    return network.flow();
  }

  /** Ford and Fulkerson over named nodes. */
  private static final class Network {
    private final Map<String, Map<String, Long>> residual = new HashMap<>();

    void add(String from, String to, long capacity) {
      residual.computeIfAbsent(from, f -> new HashMap<>()).put(to, capacity);
      residual.computeIfAbsent(to, f -> new HashMap<>()).putIfAbsent(from, 0L);
    }

    int flow() {
      int flow = 0;
      while (augment("source", new HashSet<>())) {
        flow++;
      }
      return flow;
    }

    private boolean augment(String node, Set<String> seen) {
      if (node.equals("sink")) {
        return true;
      }
      if (!seen.add(node)) {
        return false;
      }
      Map<String, Long> edges = residual.getOrDefault(node, Map.of());
      for (Map.Entry<String, Long> edge : edges.entrySet()) {
        if (edge.getValue() > 0 && augment(edge.getKey(), seen)) {
          edge.setValue(edge.getValue() - 1);
          of(residual, edge.getKey()).merge(node, 1L, Long::sum);
          return true;
        }
      }
      return false;
    }
  }
}
