package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * Joint inspections as a part of all.
 *
 * @param minPercent share at least, in percent, or null where none is laid down
 * @param of whole of which it is a share, or null where none is laid down
 */
public record JointShare(@Nullable Integer minPercent, @Nullable Whole of) {

  /** None is laid down, as in versions from before this was asked. */
  public static final JointShare UNSAID = new JointShare(null, null);

  /** What a share is of. */
  public enum Whole {
    DRAWS_OF_THE_YEAR
  }

  public JointShare {
    Percent.check("min-percent", minPercent);
    if ((minPercent == null) != (of == null)) {
      throw new IllegalArgumentException("a share says of what it is one: min-percent and of");
    }
  }
}
