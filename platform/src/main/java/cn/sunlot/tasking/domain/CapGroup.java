package cn.sunlot.tasking.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stated group of targets that are let in beyond a ceiling together.
 *
 * @param riskClass those of this class of credit risk, or null for key targets
 */
public record CapGroup(@Nullable String riskClass) {

  /** All key targets. */
  public static final CapGroup KEY_TARGETS = new CapGroup(null);

  /** What the record calls it: the class, or {@code K}. */
  public String name() {
    return riskClass == null ? DrawTerms.KEY : riskClass;
  }

  /** The group of this name. */
  public static CapGroup of(String name) {
    return name.equals(DrawTerms.KEY) ? KEY_TARGETS : new CapGroup(name);
  }

  /** As what its members are drawn; empty for all. */
  public Set<Treatment> treatments() {
    return riskClass == null ? Set.of(Treatment.KEY, Treatment.KEY_THOUGH_LOW) : Set.of();
  }
}
