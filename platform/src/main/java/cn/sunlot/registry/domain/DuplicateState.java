package cn.sunlot.registry.domain;

/** What is held of two targets that look like one. */
public enum DuplicateState {
  /** Nobody has decided. */
  OPEN,
  /** They are two, somebody said; not asked again. */
  DIFFERENT,
  /** One was merged into the other. */
  MERGED
}
