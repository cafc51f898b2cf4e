package cn.sunlot.results.domain;

/** Where a result stands. */
public enum ResultState {
  /** Accepted by review, not public yet. */
  ACCEPTED,
  PUBLISHED,
  /** Not for the public: circulated to a limited group. */
  CIRCULATED,
  /** Published, and corrected since; still visible. */
  CORRECTED
}
