package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * Objections of a target to its published result.
 *
 * @param offered whether the profile has them; if so, the three terms are there
 * @param window how long after publication
 * @param recheckWithin how soon it is looked at again
 * @param answerWithin how soon the target is answered after that
 */
public record Objection(
    boolean offered,
    @Nullable Term window,
    @Nullable Term recheckWithin,
    @Nullable Term answerWithin) {

  public Objection {
    if (offered && (window == null || recheckWithin == null || answerWithin == null)) {
      throw new IllegalArgumentException(
          "objections that are offered have window, recheck-within and answer-within");
    }
  }

  /** How long after publication a target may object, or null where it may not. */
  public @Nullable Term openFor() {
    return offered ? window : null;
  }
}
