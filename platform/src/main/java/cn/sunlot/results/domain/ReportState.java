package cn.sunlot.results.domain;

/** Where a task report stands. */
public enum ReportState {
  DRAFT,
  SUBMITTED,
  PUBLISHED,
  CIRCULATED
}
