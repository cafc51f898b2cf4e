package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * How results are entered.
 *
 * @param by with what, or null for any way
 * @param byEachDepartment whether each department enters those of its own items
 * @param collectedUnder under what they are brought together
 */
public record EntryRules(
    @Nullable Device by, boolean byEachDepartment, CollectedUnder collectedUnder) {

  /** In any way, as in versions from before this was asked. */
  public static final EntryRules UNSAID = new EntryRules(null, true, CollectedUnder.TARGET);

  /** Under what results are brought together. */
  public enum CollectedUnder {
    TARGET
  }
}
