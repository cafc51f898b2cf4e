package cn.sunlot.app;

/** The program cannot start as configured; the message says why and what to do now. */
final class StartProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartProblem(String message) {
    super(message);
  }

  StartProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
