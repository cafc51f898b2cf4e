package cn.sunlot.sheets;

/**
 * What is wrong with a row, for the one who sent it.
 *
 * @param column the column from 0, or {@link Problem#NO_COLUMN} for the row as a whole
 * @param problem what is wrong
 * @param wayOut what to do
 * @param warning whether the row was taken all the same
 */
public record Mistake(int column, Text problem, Text wayOut, boolean warning) {

  /** A problem met in reading. */
  public static Mistake of(Problem problem) {
    return new Mistake(problem.column(), problem.message(), problem.wayOut(), false);
  }

  /** What normalising changed; the row was taken. */
  public static Mistake of(int column, Change change) {
    Text nothing = new Text("无需处理，如有误请改正", "nothing; correct it if it is wrong");
    return new Mistake(column, change.message(), nothing, true);
  }
}
