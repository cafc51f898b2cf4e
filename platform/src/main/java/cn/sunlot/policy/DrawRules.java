package cn.sunlot.policy;

/**
 * How draws are made: everybody can recompute them, and who may see which unit a token stands for.
 */
public record DrawRules(boolean verifiable, OpenTo openDrawnUnitsTo) {

  /** Who may open the drawn units of a transcript. */
  public enum OpenTo {
    UNIT_AND_AUDITORS
  }
}
