package cn.sunlot.screen;

/**
 * How far a draw is that is being made, for its room. Nothing of it is drawn before all of it is.
 *
 * @param phase what is done now
 * @param step which of {@code steps} that is, from 1
 * @param done of {@code total}, which is 0 where nothing is counted
 */
public record Progress(String phase, int step, int steps, long done, long total) {

  private static final int PARTS = 1000;

  /** In thousandths of the whole way, each step taken for equally long. */
  public int thousandths() {
    long within = total == 0 ? 0 : Math.min(PARTS, done * PARTS / total);
    return (int) (((step - 1) * (long) PARTS + within) / steps);
  }
}
