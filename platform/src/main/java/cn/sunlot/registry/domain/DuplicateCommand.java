package cn.sunlot.registry.domain;

/** What is decided of two targets that look like one. */
public enum DuplicateCommand {
  MERGE,
  DISMISS,
  RECONSIDER,
  SEPARATE
}
