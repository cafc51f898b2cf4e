package cn.sunlot.tasking;

import cn.sunlot.kernel.Problem;

/** What tasking refuses. */
public enum TaskingProblem implements Problem {
  OUTSIDE_PLAN(409),
  GROUND_NOT_LISTED(422),
  /** A department carries out a special campaign alone, without saying why. */
  CAMPAIGN_NOT_JOINT(422),
  LINE_OF_OTHER_SECTION(403),
  /** Each county opens its own task from it. */
  LINE_OF_COUNTIES(403),
  PERIOD_OUTSIDE_LINE(422),
  ITEM_NOT_IN_FORCE(409),
  ITEM_NOT_IN_LINE(422),
  /** Arguments: name of the item, name of the department that picked it. */
  ITEM_TAKEN(409),
  ITEM_OF_OTHER_DEPARTMENT(422),
  NO_ITEM_PICKED(422),
  NOBODY_TO_INVITE(409),
  NOT_SAME_LEVEL(422),
  INVITED_ALREADY(409),
  DEADLINE_PASSED(422),
  /** Arguments: number of the task, how many have not answered, who and until when. */
  SET_UP_NOT_COMPLETE(409),
  INVITATION_OF_OTHER_DEPARTMENT(403),
  ORDER_FROM_ABOVE_MISSING(409),
  CONFERENCE_OFFICE_MISSING(409),
  LIST_OF_OTHER_DEPARTMENT(403),
  /** Argument: the department to whose sections it can be handed over. */
  HANDED_OVER_ELSEWHERE(422),
  /**
   * Arguments: which registry (0 of targets, 1 of inspectors), what is wrong (0 never confirmed, 1
   * too long ago, 2 before the task), the last day, for how many days it holds.
   */
  REGISTRY_NOT_CONFIRMED(409),
  POOL_EMPTY(409),
  /** Arguments: how many lines differ from what was shown, the first of them by name. */
  POOL_STALE(409),
  POOL_UNDER_WAY(409),
  /** Arguments: item, its cap, stratum, how many would be drawn, how many at most. */
  POOL_OVER_CAP(409),
  RATES_WITHOUT_REASON(422),
  /** Arguments: first and last day of the task, most batches. */
  BATCHES_DO_NOT_FIT(422),
  EXEMPTION_EXCEPTION_NOT_LISTED(422),
  CAP_EXCEPTION_NOT_NEEDED(409),
  LIST_IMMUTABLE(409),
  DRAWN_TARGET_STAYS(409),
  TEAM_INCOMPLETE(409),
  TEAM_WAY_MISSING(422),
  /** Arguments: number of the task. */
  NO_PLACES_OF_OWN(409),
  DRAW_UNDER_WAY(409),
  TEAMS_FIRST_UNIFIED_ONLY(409),
  VISITS_UNLIKE(409),
  /** Arguments: how many teams were asked for, how many visits there are. */
  TEAM_COUNT(422),
  /** Arguments: how many, their names. */
  TRAINING_FIRST(409),
  NO_NEIGHBOURS(409),
  /** Arguments: number of the visit. */
  REQUEST_WAITS(409),
  /** Arguments: the day, first and last day of the period. */
  DAY_OUTSIDE_PERIOD(422),
  /** Arguments: the day, names of those who are away. */
  MEMBER_AWAY(409),
  LEADER_ARRANGES(403),
  /** Arguments: name, department that leads. */
  LEADER_FROM_LEAD(409),
  /** Arguments: name. */
  ASSISTANT_NOT_VALID(409),
  NO_INSPECTORS(409),
  INSPECTOR_NOT_ELIGIBLE(409),
  NOT_A_MEMBER(409),
  REASON_NOT_LISTED(422),
  STATEMENT_MISSING(422),
  WAY_NOT_ALLOWED(409),
  DECISION_BY_OTHER(403),
  EXEMPTION_NOT_POSSIBLE(409),
  VISIT_STARTED(409),
  /** Arguments: number of the task whose frozen pool has one of two targets to be merged. */
  TARGET_IN_DRAW(409),
  /** Arguments: number of the visit that is open at one of two targets to be merged. */
  TARGET_VISITED(409);

  private final int status;

  TaskingProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "tasking";
  }

  @Override
  public int status() {
    return status;
  }
}
