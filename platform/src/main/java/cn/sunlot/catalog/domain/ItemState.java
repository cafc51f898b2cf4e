package cn.sunlot.catalog.domain;

/** Where a version of an item stands. */
public enum ItemState {
  DRAFT,
  SUBMITTED,
  APPROVED,
  /** In force from a day on, until a later version replaces it. */
  PUBLISHED,
  RETIRED,
  /** A draft that was given up. */
  DISCARDED
}
