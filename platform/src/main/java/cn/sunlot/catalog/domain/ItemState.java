package cn.sunlot.catalog.domain;

/** Where a version of an item stands. */
public enum ItemState {
  DRAFT,
  SUBMITTED,
  /** A joint item that the office of the joint conference put on the list to be decided on. */
  CONSOLIDATED,
  APPROVED,
  /** In force from a day on, until a later version replaces it. */
  PUBLISHED,
  RETIRED,
  /** A draft that was given up. */
  DISCARDED
}
