package cn.sunlot.credit.domain;

/**
 * Where the value of an indicator comes from. This list is closed on purpose: none of them leads to
 * a person who inspects (N-14).
 */
public enum SourceKind {
  /** A field of the registry. */
  FIELD,
  /** Whether the target has a tag: 1 or 0. */
  TAG,
  /** On how many entries of a list it stands. */
  LIST,
  /** How many observations of these kinds there were in the last months. */
  COUNT,
  /** A figure that another system gave. */
  GIVEN
}
