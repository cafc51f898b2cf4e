package cn.sunlot.schema;

/** The database cannot be started, reached or migrated; the message says why and what to do now. */
public final class DatabaseProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseProblem(String message) {
    super(message);
  }

  public DatabaseProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
