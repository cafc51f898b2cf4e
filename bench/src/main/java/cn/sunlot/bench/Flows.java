package cn.sunlot.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.MaxFlow;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * The same problem for the solvers of OR-Tools: slot → person, or slot → (visit, person) → person
 * where a person could fill several slots of a visit, and person → sink with the capacity.
 */
final class Flows {
  private static final int COSTS = 1 << 20;

  private final Eligibility who;
  private int nodes;

  static {
    Loader.loadNativeLibraries();
  }

  private Flows(Eligibility who) {
    this.who = who;
    nodes = who.slots.length + who.persons.length;
  }

  @FunctionalInterface
  private interface Arcs {
    void add(int tail, int head, int slot);
  }

  /** Number of slots that can be filled together. */
  static long most(Eligibility who) {
    Flows flows = new Flows(who);
    MaxFlow solver = new MaxFlow();
    int sink = flows.nodes++;
    int source = flows.nodes++;
    for (int s = 0; s < who.slots.length; s++) {
      solver.addArcWithCapacity(source, s, 1);
    }
    flows.pairs((tail, head, slot) -> solver.addArcWithCapacity(tail, head, 1));
    for (int p = 0; p < who.persons.length; p++) {
      solver.addArcWithCapacity(flows.person(p), sink, who.capacity[p]);
    }
    if (solver.solve(source, sink) != MaxFlow.Status.OPTIMAL) {
      throw new IllegalStateException("no maximum flow found");
    }
    long most = solver.getOptimalFlow();
    solver.delete();
    return most;
  }

  /**
   * Fills as many slots as possible, with the smallest sum of random costs; the number filled. Not
   * what the definition asks for, nor uniform, but the nearest thing that solvers offer.
   */
  static long cheapest(Eligibility who, Random random) {
    Flows flows = new Flows(who);
    MinCostFlow solver = new MinCostFlow();
    int sink = flows.nodes++;
    flows.pairs(
        (tail, head, slot) ->
            solver.addArcWithCapacityAndUnitCost(
                tail, head, 1, tail == slot ? random.nextInt(COSTS) : 0));
    for (int p = 0; p < who.persons.length; p++) {
      solver.addArcWithCapacityAndUnitCost(flows.person(p), sink, who.capacity[p], 0);
    }
    for (int s = 0; s < who.slots.length; s++) {
      solver.setNodeSupply(s, 1);
    }
    solver.setNodeSupply(sink, -who.slots.length);
    if (solver.solveMaxFlowWithMinCost() != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException("no minimum-cost flow found");
    }
    long filled = solver.getMaximumFlow();
    solver.delete();
    return filled;
  }

  private int person(int p) {
    return who.slots.length + p;
  }

  /** Slots of a visit stand next to each other. */
  private void pairs(Arcs arcs) {
    for (int first = 0; first < who.slots.length; ) {
      int end = first;
      while (end < who.slots.length && who.visit[end] == who.visit[first]) {
        end++;
      }
      pairsOfVisit(first, end, arcs);
      first = end;
    }
  }

  private void pairsOfVisit(int first, int end, Arcs arcs) {
    Map<Integer, Integer> times = new HashMap<>();
    for (int s = first; s < end; s++) {
      for (int p : who.eligible[s]) {
        times.merge(p, 1, Integer::sum);
      }
    }
    Map<Integer, Integer> joint = new HashMap<>();
    for (int s = first; s < end; s++) {
      for (int p : who.eligible[s]) {
        if (times.getOrDefault(p, 0) == 1) {
          arcs.add(s, person(p), s);
        } else {
          arcs.add(s, joint.computeIfAbsent(p, q -> nodes++), s);
        }
      }
    }
    joint.forEach((p, node) -> arcs.add(node, person(p), -1));
  }
}
