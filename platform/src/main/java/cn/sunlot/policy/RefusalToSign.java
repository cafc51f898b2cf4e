package cn.sunlot.policy;

/** What happens where a target refuses to sign. */
public record RefusalToSign(How record, Witness witness) {

  /** What is put down. */
  public enum How {
    OFFICERS_NOTE_AND_SIGN
  }

  /** Whether somebody else signs. */
  public enum Witness {
    NOT_ASKED,
    WHERE_NECESSARY
  }
}
