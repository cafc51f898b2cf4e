package cn.sunlot.policy;

import java.util.Set;

/**
 * How targets are inspected.
 *
 * @param stepsMayBeAdjusted steps may be changed or dropped to suit the target, with a reason
 */
public record Method(Set<Way> allowed, boolean stepsMayBeAdjusted) {

  /** How a target is inspected. */
  public enum Way {
    DOCUMENTS,
    ON_SITE,
    NETWORK_MONITORING,
    TESTING
  }

  public Method {
    allowed = Set.copyOf(allowed);
  }
}
