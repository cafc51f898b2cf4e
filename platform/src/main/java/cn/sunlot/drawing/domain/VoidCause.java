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
  NOT_OPENED
}
