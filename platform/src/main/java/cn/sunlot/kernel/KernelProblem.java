package cn.sunlot.kernel;

/** Problems that any module may meet. */
public enum KernelProblem implements Problem {
  COMMAND_NOT_ALLOWED(409),
  NOT_FOUND(404),
  VERSION_CLASH(412),
  VERSION_MISSING(428),
  IDEMPOTENCY_KEY_MISSING(400),
  IDEMPOTENCY_KEY_REUSED(422),
  VALUES_WRONG(422),
  UNREADABLE_REQUEST(400),
  UPLOAD_TOO_LARGE(413),
  UPLOAD_TYPE(415),
  FORBIDDEN(403),
  /** It belongs to a department that the person sees and does not act for. */
  ONLY_TO_LOOK_AT(403),
  PASSWORD_DUE(403),
  SECOND_FACTOR_DUE(403),
  NOT_SIGNED_IN(401),
  UNEXPECTED(500);

  private final int status;

  KernelProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "kernel";
  }

  @Override
  public int status() {
    return status;
  }
}
