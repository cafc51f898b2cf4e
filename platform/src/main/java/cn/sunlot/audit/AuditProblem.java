package cn.sunlot.audit;

import cn.sunlot.kernel.Problem;

/** Problems of the public log. */
public enum AuditProblem implements Problem {
  LOG_STOPPED(503);

  private final int status;

  AuditProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "audit";
  }

  @Override
  public int status() {
    return status;
  }
}
