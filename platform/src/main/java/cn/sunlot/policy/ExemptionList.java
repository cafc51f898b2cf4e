package cn.sunlot.policy;

import java.util.Set;

/**
 * Enterprises on the exemption list (免检).
 *
 * @param applies whether there is such a list at all
 * @param redrawSubstitute whether another target is drawn for an exempted one
 * @param notExempt inspections that take place all the same
 */
public record ExemptionList(boolean applies, boolean redrawSubstitute, Set<NotExempt> notExempt) {

  /** What no exemption covers. */
  public enum NotExempt {
    ENVIRONMENT,
    WORK_SAFETY,
    COMPLAINT,
    SUPERIOR_DEMAND,
    EXPRESS_LAW
  }

  public ExemptionList {
    notExempt = Set.copyOf(notExempt);
  }
}
