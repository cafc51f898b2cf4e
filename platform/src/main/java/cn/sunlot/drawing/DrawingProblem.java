package cn.sunlot.drawing;

import cn.sunlot.kernel.Problem;

/** Problems of draws. */
public enum DrawingProblem implements Problem {
  ALREADY_DRAWN_FOR_TASK(409),
  SUCCEED_INSTEAD(409),
  SUCCESSOR_EXISTS(409),
  POOL_NOT_DRAWABLE(422),
  WITNESS_KIND(422),
  WITNESS_KIND_TEXT(422),
  WITNESS_MISSING(409),
  OPERATOR_ALONE(409),
  NONCE_MALFORMED(422),
  DICE_TOO_FEW(422),
  SOURCE_KIND(422),
  PARTY_UNKNOWN(404),
  PARTY_REVEALED(409),
  NONCE_NEEDED(422),
  SOURCE_UNKNOWN(404),
  SOURCE_COMPLETE(409),
  PUBLIC_VALUE_SHAPE(422),
  PUBLIC_VALUE_MISSING(409),
  REDRAW(409),
  ROUND_PENDING(409),
  ROUND_NOT_REQUESTED(409),
  ROUND_INPUT(422),
  ROUND_CHAIN_USED_UP(409),
  ATTACHMENT_KIND(422),
  ATTACHED_ALREADY(409),
  RECORD_INCOMPLETE(409),
  NOT_THE_REGULATION_SECTION(403),
  REPORT_ACKNOWLEDGED(409),
  NOT_IN_POOL(404),
  NOT_DRAWN(409),
  OPENING_TOO_EARLY(409),
  TRANSCRIPT_TOO_EARLY(409),
  RECORD_DIFFERS(409),
  RECORD_SHEET_TOO_EARLY(409);

  private final int status;

  DrawingProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "drawing";
  }

  @Override
  public int status() {
    return status;
  }
}
