package cn.sunlot.policy;

import java.util.Set;

/** What happens where an inspector has an interest in a target (回避). */
public record Recusal(Set<Way> ways, Set<Paper> needs, SubstituteBy substituteBy) {

  /** How an inspector with an interest steps back. */
  public enum Way {
    SWAP_TARGETS,
    LEAVE_TASK
  }

  public Recusal {
    ways = Set.copyOf(ways);
    needs = Set.copyOf(needs);
  }
}
