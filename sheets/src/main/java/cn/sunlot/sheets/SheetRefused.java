package cn.sunlot.sheets;

/** A file, or the value asked for, cannot be read safely; {@link #problem()} says why. */
public final class SheetRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Refuses for the given problem. */
  public SheetRefused(Problem problem) {
    super(problem.message() + " → " + problem.wayOut());
    this.problem = problem;
  }

  SheetRefused(Problem problem, Throwable cause) {
    super(problem.message() + " → " + problem.wayOut(), cause);
    this.problem = problem;
  }

  /** What is wrong, where, and what to do. */
  public Problem problem() {
    return problem;
  }
}
