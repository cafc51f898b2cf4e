package cn.sunlot.credit.domain;

/** Where a version of the scorecard stands. */
public enum ScorecardState {
  DRAFT,
  SUBMITTED,
  /** In force from its day on, until a later version begins. */
  APPROVED,
  DISCARDED
}
