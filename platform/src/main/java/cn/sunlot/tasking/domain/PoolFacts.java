package cn.sunlot.tasking.domain;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pool in numbers, as it was prepared.
 *
 * @param size everybody whom the scope hits
 * @param groups those who can be drawn, by stratum
 * @param excluded those who cannot, by reason
 * @param treatments everybody by as what they are drawn, of those who can be drawn
 * @param notInPlan those of whose class nothing is drawn, by class
 * @param clauses what each reason rests on
 * @param beyondCap how many can be drawn although a ceiling "as a rule" is reached
 */
public record PoolFacts(
    int size,
    List<Group> groups,
    SortedMap<String, Integer> excluded,
    SortedMap<Treatment, Integer> treatments,
    SortedMap<String, Integer> notInPlan,
    Map<String, List<String>> clauses,
    int beyondCap) {

  /**
   * Those who can be drawn in one stratum.
   *
   * @param ofClass A, B, C, D, N, or K for key targets
   * @param region where the plan splits the numbers over regions, or ""
   */
  public record Group(String stratum, String ofClass, String region, int members) {}

  /** How many can be drawn. */
  public int frame() {
    return groups.stream().mapToInt(Group::members).sum();
  }

  /** Counts lines as they pass by. */
  public static final class Tally {

    private final SortedMap<String, Integer> members = new TreeMap<>();
    private final SortedMap<String, Integer> excluded = new TreeMap<>();
    private final SortedMap<Treatment, Integer> treatments = new TreeMap<>();
    private final SortedMap<String, Integer> notInPlan = new TreeMap<>();
    private int size;

    /** How many were counted. */
    public int size() {
      return size;
    }

    /** Counts a line. */
    public void add(PoolLine line) {
      size++;
      String reason = line.excluded();
      if (reason == null) {
        members.merge(line.stratum(), 1, Integer::sum);
        treatments.merge(line.treatment(), 1, Integer::sum);
        return;
      }
      excluded.merge(reason, 1, Integer::sum);
      if (reason.equals(PoolRules.CLASS_NOT_IN_PLAN)) {
        notInPlan.merge(line.detail(), 1, Integer::sum);
      }
    }

    /** What was counted. */
    public PoolFacts facts(Map<String, List<String>> clauses, int beyondCap) {
      return new PoolFacts(
          size,
          members.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList(),
          excluded,
          treatments,
          notInPlan,
          clauses,
          beyondCap);
    }

    private static Group group(String stratum, int members) {
      int dot = stratum.indexOf('.');
      return dot < 0
          ? new Group(stratum, stratum, "", members)
          : new Group(stratum, stratum.substring(0, dot), stratum.substring(dot + 1), members);
    }
  }
}
