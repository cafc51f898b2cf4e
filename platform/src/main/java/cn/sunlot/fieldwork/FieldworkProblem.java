package cn.sunlot.fieldwork;

import cn.sunlot.kernel.Problem;

/** What fieldwork refuses. */
public enum FieldworkProblem implements Problem {
  LICENCE_EXPIRED(403),
  NOT_IN_TEAM(403),
  /** Arguments: number of the visit, name of the department whose items they are. */
  OTHER_DEPARTMENTS_ITEMS(403),
  /** Arguments: number of the visit, name of the department whose leader reviews it. */
  OTHER_DEPARTMENTS_REVIEW(403),
  VISIT_NOT_DISPATCHED(409),
  RECORD_INCOMPLETE(422),
  /** Arguments: the reason that was given, the listed ones. */
  DIRECT_REASON_NOT_LISTED(422),
  /** Arguments: the reason that was given, the only ones that there are. */
  DIRECT_REASONS_CLOSED(422),
  EVIDENCE_FIRST(409),
  NOTICE_FORBIDDEN(409),
  NOTICE_REQUIRED(422),
  /** Arguments: the way that was named, the ways that there are. */
  NOTICE_WAY(422),
  NOTICE_INCOMPLETE(422),
  /** Arguments: number of the visit, why none is given. */
  NOTICE_NOT_ISSUED(409),
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
