package cn.sunlot.policy;

/** How somebody who drops out is replaced. */
public enum SubstituteBy {
  DESIGNATION,
  NEW_RANDOM_DRAW
}
