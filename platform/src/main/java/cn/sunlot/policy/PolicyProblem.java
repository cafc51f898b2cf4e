package cn.sunlot.policy;

import cn.sunlot.kernel.Problem;

/** Problems of rule profiles. */
public enum PolicyProblem implements Problem {
  PROFILE_EXPIRED(409),
  PROFILE_IS_DRAFT(409),
  PROFILE_NOT_IN_FORCE_YET(409),
  PROFILE_UNKNOWN(404),
  PROFILE_NOT_EXPIRED(409),
  PROFILE_NOT_DRAFT(409),
  PROFILE_OF_OTHERS(409),
  /** A switch to rules that bind anyway. */
  PROFILE_BINDS_ALREADY(409),
  /** A switch to rules that are over by then. */
  PROFILE_ENDS_BEFORE(409),
  /** A city switches to rules for one bureau alone. */
  PROFILE_OF_ONE_BUREAU(409),
  /** A switch to a draft that is not called one. */
  DRAFT_NOT_NAMED(422),
  /** Somebody decides for others by which rules they work. */
  SWITCH_OF_OTHERS(403);

  private final int status;

  PolicyProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "policy";
  }

  @Override
  public int status() {
    return status;
  }
}
