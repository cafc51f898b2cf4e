package cn.sunlot.policy;

import java.util.Set;

/**
 * Agencies that may be commissioned for parts of an inspection.
 *
 * @param open whether others of the kind may be as well (等)
 */
public record CommissionedAgencies(Set<Agency> values, boolean open) {

  /** Qualified ones of any kind, as in versions from before this was asked. */
  public static final CommissionedAgencies UNSAID = new CommissionedAgencies(Set.of(), true);

  /** Kinds of agency. */
  public enum Agency {
    ACCOUNTING_FIRM,
    TAX_FIRM,
    LAW_FIRM
  }

  public CommissionedAgencies {
    values = Set.copyOf(values);
  }
}
