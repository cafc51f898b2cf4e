package cn.sunlot.policy;

/** How somebody who drops out is replaced. */
public enum SubstituteBy {
  DESIGNATION,
  /** The text says that no draw is made for it. */
  DESIGNATION_WITHOUT_DRAW,
  NEW_RANDOM_DRAW;

  /** Whether chance chooses who comes instead. */
  public boolean isDrawn() {
    return this == NEW_RANDOM_DRAW;
  }
}
