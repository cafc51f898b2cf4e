package cn.sunlot.policy;

import java.util.Set;

/**
 * Who watches a draw and what stays of it.
 *
 * @param min witnesses at least
 * @param from kinds of witness
 * @param open whether a further, stated kind may come instead (等)
 */
public record DrawWitness(
    int min,
    Set<WitnessKind> from,
    boolean open,
    Need photoOrVideo,
    Need writtenRecordSignedByAll) {

  /** Where witnesses come from. */
  public enum WitnessKind {
    PERSONNEL_SECTION,
    REGULATION_SECTION,
    COUNSEL,
    ENTERPRISE_REPRESENTATIVE,
    PUBLIC_REPRESENTATIVE
  }

  public DrawWitness {
    if (min < 0) {
      throw new IllegalArgumentException("min is not negative");
    }
    from = Set.copyOf(from);
  }
}
