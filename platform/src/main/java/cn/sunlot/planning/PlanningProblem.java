package cn.sunlot.planning;

import cn.sunlot.kernel.Problem;

/** Why something about plans is refused. */
public enum PlanningProblem implements Problem {
  /** Arguments: number of the plan, name of its section. */
  OTHER_SECTION(403),
  /**
   * Arguments: title of the line, item, its cap as a percentage, the ratio as a percentage, risk
   * class, title of the profile, clauses.
   */
  RATIO_OVER_CAP(422),
  /**
   * Arguments: title of the line, item, times a year by the item, times a year by the line, title
   * of the profile, clauses.
   */
  FREQUENCY_OVER_ITEM(422),
  /** Arguments: title of the profile, clauses. */
  PLAN_EMPTY(422),
  REASON_MISSING(422),
  /** Arguments: title of the line, number of the plan, state, title of the profile, clauses. */
  LINE_NOT_APPROVED(409),
  /** Arguments: title of the line, number of the plan, title of the profile, clauses. */
  LINE_DROPPED(409);

  private final int status;

  PlanningProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "planning";
  }

  @Override
  public int status() {
    return status;
  }
}
