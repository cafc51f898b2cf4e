package cn.sunlot.registry.domain;

import java.util.UUID;

/**
 * A registry by standard within the registry of targets (TZ-10): what its rule leaves, and what was
 * put in or taken out by hand.
 *
 * @param departmentId the section that keeps it
 * @param rule what belongs to it by itself; never another sub-registry
 */
public record SubRegistry(
    UUID id, UUID authorityId, UUID departmentId, String name, TargetListFilter rule, int version) {

  /** What people decide of a target. */
  public enum Place {
    /** It is in it whatever the rule says. */
    IN,
    /** It is not in it whatever the rule says. */
    OUT,
    /** As the rule says. */
    BY_RULE
  }

  /** How a row of a target says that it was put in. */
  public static String in(UUID id) {
    return "+" + id;
  }

  /** How a row of a target says that it was taken out. */
  public static String out(UUID id) {
    return "-" + id;
  }
}
