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
  PROFILE_OF_OTHERS(409);

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
