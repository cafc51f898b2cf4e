package cn.sunlot.drawing.domain;

/** How far a draw has come. */
public enum DrawState {
  /** Pool and quotas are frozen; parties and public sources may still be named. */
  PREPARED,
  /** Everything that decides is fixed; the parties open their nonces. */
  COMMITTED,
  /** Every nonce is open; public values may come, then the draw. */
  REVEALED,
  DRAWN,
  /** The record is complete: witness, photo or video, signed sheet. */
  CLOSED,
  /** Given up, or failed by the book; stays visible. */
  VOID
}
