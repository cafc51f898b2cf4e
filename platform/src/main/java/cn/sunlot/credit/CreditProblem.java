package cn.sunlot.credit;

import cn.sunlot.kernel.Problem;

/** What credit refuses. */
public enum CreditProblem implements Problem {
  /** Arguments: number of the open version. */
  SCORECARD_OPEN(409),
  TRIAL_MISSING(409),
  /** Arguments: the day asked for, the earliest one. */
  DAY_TOO_EARLY(422),
  NO_SCORECARD(409),
  RUN_UNDER_WAY(409),
  REASON_MISSING(422),
  PURPOSE_MISSING(422),
  /** Arguments: name of the target, name of the list, since when. */
  ALREADY_LISTED(409),
  ENTRY_ENDED(409),
  WARNING_SETTLED(409),
  /** Arguments: rows that there are, rows that an export may have. */
  EXPORT_TOO_LARGE(422);

  private final int status;

  CreditProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "credit";
  }

  @Override
  public int status() {
    return status;
  }
}
