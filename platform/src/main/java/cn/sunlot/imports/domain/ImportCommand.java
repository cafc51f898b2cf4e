package cn.sunlot.imports.domain;

/** What happens to an import; people start and cancel, the job finishes or fails. */
public enum ImportCommand {
  START,
  CANCEL,
  FINISH,
  FAIL;

  /** Whether it is a button; the others are the job's. */
  public boolean byPerson() {
    return this == START || this == CANCEL;
  }
}
