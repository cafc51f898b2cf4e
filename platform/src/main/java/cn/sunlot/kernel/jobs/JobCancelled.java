package cn.sunlot.kernel.jobs;

import java.io.Serial;

/** Work ends early, because its job was asked to stop. */
public final class JobCancelled extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;
}
