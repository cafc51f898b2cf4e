package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * How draws are made: everybody can recompute them, and who may see which unit a token stands for.
 *
 * @param cosignatures how many witnesses of the public log must have signed a step of a draw before
 *     the next one begins; null is none
 */
public record DrawRules(
    boolean verifiable, OpenTo openDrawnUnitsTo, @Nullable Integer cosignatures) {

  /** Who may open the drawn units of a transcript. */
  public enum OpenTo {
    UNIT_AND_AUDITORS
  }
}
