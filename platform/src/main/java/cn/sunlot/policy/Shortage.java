package cn.sunlot.policy;

import java.util.Set;

/**
 * What may be done where officers are too few.
 *
 * @param needs all of these
 * @param trainingFor ways for which training comes first
 */
public record Shortage(Set<Way> ways, Set<Demand> needs, Set<Way> trainingFor) {

  /** What may be done where officers are too few. */
  public enum Way {
    DIRECT_DESIGNATION,
    CROSS_SECTION_DRAW,
    JOINT_DRAW_WITH_NEIGHBOURING_REGION
  }

  /** What is needed for it. */
  public enum Demand {
    DEPARTMENT_LEADER_DECISION,
    REASONED_NOTE_OR_DRAW_PLAN,
    PRINCIPAL_DECISION
  }

  public Shortage {
    ways = Set.copyOf(ways);
    needs = Set.copyOf(needs);
    trainingFor = Set.copyOf(trainingFor);
  }
}
