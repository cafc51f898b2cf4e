package cn.sunlot.imports;

import cn.sunlot.kernel.Problem;

/** Why an import is refused. */
public enum ImportProblem implements Problem {
  /** Arguments: what is wrong with the file, what to do. */
  FILE_UNREADABLE(422),
  /** Arguments: the kind asked for. */
  KIND_UNKNOWN(404),
  /** Arguments: number of wrong assignments. */
  MAPPING_WRONG(422),
  NO_ERRORS(404),
  /** Arguments: rows that are refused, rows that were sent. */
  ROWS_REFUSED(422);

  private final int status;

  ImportProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "imports";
  }

  @Override
  public int status() {
    return status;
  }
}
