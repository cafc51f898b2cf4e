package cn.sunlot.imports.domain;

/** Where an import stands. */
public enum ImportState {
  UPLOADED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED
}
