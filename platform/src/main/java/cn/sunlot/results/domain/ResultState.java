package cn.sunlot.results.domain;

/** Where a result stands. */
public enum ResultState {
  /** Accepted by review, not public yet. */
  ACCEPTED,
  PUBLISHED,
  /** Not for the public: circulated to a limited group. */
  CIRCULATED,
  /** Not for the public: the law forbids it. */
  WITHHELD,
  /** Published, and corrected since; still visible. */
  CORRECTED
}
