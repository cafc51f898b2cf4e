package cn.sunlot.drawing.domain;

/** What can be done with a draw. */
public enum DrawCommand {
  ADD_WITNESS,
  COMMIT_WITNESS,
  REMOVE_WITNESS,
  MAKE_LINK,
  DECLARE_SOURCE,
  COMMIT,
  REVEAL,
  PUBLIC_VALUE,
  DRAW,
  REQUEST_ROUND,
  DRAW_ROUND,
  ATTACH,
  SIGN,
  CLOSE,
  ACKNOWLEDGE_REPORT,
  VOID,
  END_ROUNDS,
  SUCCEED
}
