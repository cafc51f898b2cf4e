package cn.sunlot.policy;

import java.util.Set;

/**
 * Inspections of what is not on the item list.
 *
 * @param forbidden whether there are none
 * @param asARule true where a named person may go beyond it with a stated, logged reason (原则上)
 * @param unless when there is one all the same
 */
public record OutsideList(boolean forbidden, boolean asARule, Set<Ground> unless) {

  /** Not forbidden, as in versions from before this was asked. */
  public static final OutsideList UNSAID = new OutsideList(false, false, Set.of());

  /** Grounds of inspections outside the list. */
  public enum Ground {
    SPECIAL_KEY_FIELDS,
    COMPLAINT,
    TRANSFER,
    BIG_DATA
  }

  public OutsideList {
    unless = Set.copyOf(unless);
  }
}
