package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * A list of minor violations that are not punished (轻微违法不予处罚清单).
 *
 * @param value whether there has to be one, or null where nothing is said of it
 */
public record MinorViolationList(@Nullable Need value) {

  /** Nothing is said of it, as in versions from before this was asked. */
  public static final MinorViolationList UNSAID = new MinorViolationList(null);
}
