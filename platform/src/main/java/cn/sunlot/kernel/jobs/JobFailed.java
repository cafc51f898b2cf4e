package cn.sunlot.kernel.jobs;

import java.io.Serial;

/** Work cannot be done for a reason that it has already told those whom it concerns. */
public final class JobFailed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public JobFailed(Throwable cause) {
    super(cause);
  }
}
