package cn.sunlot.policy;

import java.util.Set;

/**
 * When a result may be formed without an inspection.
 *
 * @param open whether a similar, stated reason is possible (等)
 * @param evidenceFirst evidence is in the record before the result
 */
public record DirectResults(
    Set<Reason> reasons,
    boolean open,
    Condition condition,
    boolean evidenceFirst,
    boolean countsAsDone) {

  /** Why a result is formed without an inspection. */
  public enum Reason {
    UNREACHABLE_AT_REGISTERED_ADDRESS,
    SERIOUSLY_UNCOOPERATIVE,
    DEREGISTERED,
    ESTABLISHMENT_REVOKED,
    LICENCE_REVOKED,
    REGISTRATION_MOVED,
    CLOSED_OR_LIQUIDATING,
    PRODUCT_NOT_FIT_FOR_SAMPLING,
    EQUIPMENT_DOES_NOT_EXIST
  }

  /** What must be so besides. */
  public enum Condition {
    INSPECTION_IMPOSSIBLE
  }

  public DirectResults {
    reasons = Set.copyOf(reasons);
  }
}
