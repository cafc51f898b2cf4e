package cn.sunlot.drawing.domain;

/** What can be done with a draw. */
public enum DrawCommand {
  ADD_WITNESS,
  REMOVE_WITNESS,
  DECLARE_SOURCE,
  COMMIT,
  REVEAL,
  PUBLIC_VALUE,
  DRAW,
  REQUEST_ROUND,
  DRAW_ROUND,
  ATTACH,
  CLOSE,
  ACKNOWLEDGE_REPORT,
  VOID,
  SUCCEED
}
