package cn.sunlot.drawing.domain;

/** Why a draw is void. */
public enum VoidCause {
  /** Somebody decided it, with a reason and the principal's approval. */
  GIVEN_UP,
  /** A nonce did not open its party's commitment. */
  NONCE_MISMATCH,
  /** A nonce was not open in time. */
  NONCE_MISSING,
  /** The chain was not opened in time. */
  NOT_OPENED,
  /**
   * The chain secret is lost: void for further rounds, what was drawn stands (draw.md section 5).
   */
  CHAIN_LOST,
  /** Every value of the chain is used: the same. */
  CHAIN_USED_UP;

  /** Whether what was drawn stands, so that only further rounds are given up. */
  public boolean endsRoundsOnly() {
    return this == CHAIN_LOST || this == CHAIN_USED_UP;
  }
}
