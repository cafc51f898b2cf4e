package cn.sunlot.audit.usecase;

/** The stored log does not continue what was signed: nothing is signed until somebody mends it. */
public final class LogStopped extends RuntimeException {

  /** The database is older than what was signed last. */
  public static final String OLDER = "older";

  /** The database holds another history. */
  public static final String OTHER = "other";

  private static final long serialVersionUID = 1L;

  private final String cause;
  private final long signed;
  private final long stored;

  LogStopped(String cause, long signed, long stored) {
    super(
        "the public log has stopped: signed was a tree of %d entries, the database holds %s (docs/operations.md, the public log)"
            .formatted(
                signed, cause.equals(OLDER) ? "only " + stored : "other entries before that"));
    this.cause = cause;
    this.signed = signed;
    this.stored = stored;
  }

  /** {@link #OLDER} or {@link #OTHER}. */
  public String why() {
    return cause;
  }

  /** Size of the tree that was signed last. */
  public long signed() {
    return signed;
  }

  /** Size of the tree that the database holds. */
  public long stored() {
    return stored;
  }
}
