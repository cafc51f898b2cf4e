package cn.sunlot.results;

import cn.sunlot.kernel.Problem;

/** What results refuse. */
public enum ResultsProblem implements Problem {
  REPORT_INCOMPLETE(422),
  REPORT_NOT_HANDED_IN(409),
  RECORDS_OPEN(409),
  PUBLISHED_IMMUTABLE(409),
  LIMITED_REASON_MISSING(422),
  CORRECTION_REASON_MISSING(422),
  /** Arguments: number of the result, name of the department that answers for it. */
  CORRECTION_BY_OTHER(403),
  RESULT_TYPE_NOT_LISTED(422),
  NOT_PUBLISHED(409),
  NOTE_MISSING(422);

  private final int status;

  ResultsProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "results";
  }

  @Override
  public int status() {
    return status;
  }
}
