package cn.sunlot.fieldwork;

import cn.sunlot.kernel.Problem;

/** What fieldwork refuses. */
public enum FieldworkProblem implements Problem {
  LICENCE_EXPIRED(403),
  NOT_IN_TEAM(403),
  VISIT_NOT_DISPATCHED(409),
  RECORD_INCOMPLETE(422),
  DIRECT_REASON_NOT_LISTED(422),
  EVIDENCE_FIRST(409),
  OWN_RECORD(403),
  NOTE_MISSING(422),
  EVIDENCE_KIND(422),
  PAPER_TOO_EARLY(409);

  private final int status;

  FieldworkProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "fieldwork";
  }

  @Override
  public int status() {
    return status;
  }
}
