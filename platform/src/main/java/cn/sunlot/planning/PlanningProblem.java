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
  /** A department names others in its own plan. */
  PARTICIPANTS_NOT_ASKED(422),
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
  LINE_DROPPED(409),
  /** Arguments: name of the sub-registry, number of a plan, title of a line. */
  SUB_REGISTRY_IN_USE(409),
  /** Arguments: number of the proposal, lead department. */
  NOT_ASKED(403),
  /** Arguments: number of the proposal or title of the plan, the office. */
  NOT_THE_OFFICE(403),
  /** Arguments: number of the proposal or title of the plan, region. */
  NO_CONFERENCE_OFFICE(409),
  /** Arguments: title, department. */
  NO_JOINT_PLAN(422),
  /** Arguments: the ground. */
  GROUND_NOT_ALLOWED(422),
  /** Arguments: number of the proposal. */
  NOT_FOR_THIS_PROPOSAL(409),
  /** Arguments: number of the proposal, who has not answered, until when. */
  ANSWERS_AWAITED(409),
  /** Arguments: number of the proposal, its title. */
  NOBODY_AGREED(409),
  /** Arguments: number of the proposal. */
  NOT_A_PARTICIPANT(422),
  /** Arguments: number of the proposal, number of the other. */
  OTHER_PLAN(422),
  /** Arguments: number of the other proposal, number of the one that was to be merged into it. */
  OTHER_NOT_AGREED(409),
  /** Arguments: department, year, numbers of its proposals. */
  PROPOSED_ALREADY(409),
  /** Arguments: department, year. */
  NOTHING_PROPOSED_ALREADY(409),
  /** Arguments: the year, number of the plan. */
  JOINT_PLAN_THERE(409),
  /** Arguments: number of the plan, how many proposals do not fit. */
  PROPOSALS_NOT_TAKEN(422),
  /** Arguments: title of the line, number of the plan. */
  LINE_WITHOUT_PROPOSAL(422),
  /** Arguments: title of the line, number of the plan. */
  PARTICIPANTS_AGREED(422),
  /** Arguments: number of the plan, how many lines. */
  TASKS_UNDER_WAY(409),
  /** Arguments: number of the plan, the day given, today. */
  DECISION_IN_FUTURE(422),
  /** Arguments: number of the plan, with whom. */
  FILING_NOT_ASKED(422),
  /** Arguments: number of the plan, number of its version, with whom. */
  FILED_ALREADY(409),
  /** Arguments: title of the line, number of the plan, with whom. */
  NOT_FILED_YET(409);

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
