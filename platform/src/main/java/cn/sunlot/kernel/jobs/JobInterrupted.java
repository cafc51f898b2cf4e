package cn.sunlot.kernel.jobs;

import java.io.Serial;

/** Work stops because the platform shuts down; it starts again afterwards. */
public final class JobInterrupted extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;
}
