package cn.sunlot.fieldwork.domain;

/** Where the record of a visit stands. */
public enum RecordState {
  DRAFT,
  SUBMITTED,
  RETURNED,
  ACCEPTED
}
