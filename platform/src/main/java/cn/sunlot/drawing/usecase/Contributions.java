package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Nonces;
import cn.sunlot.drawing.domain.Participant.Way;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a witness contributes to a draw at the operator's screen, in one of three ways. */
@Component
public class Contributions {

  private final DrawKeys keys;
  private final DrawSettings settings;

  Contributions(DrawKeys keys, DrawSettings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * What was given.
   *
   * @param commitment made on the witness's own device, 64 hex digits; or
   * @param nonce typed by the witness, 64 hex digits; or
   * @param dice thrown and typed by the witness
   * @param chainHead of the chain whose secret the witness keeps, if this party supervises
   */
  public record Contribution(
      @Nullable String commitment,
      @Nullable String nonce,
      @Nullable String dice,
      @Nullable String chainHead) {}

  /** The same as it is kept. */
  record Kept(Way way, String commitment, byte @Nullable [] sealedNonce) {}

  /**
   * Reads it.
   *
   * @param name of the witness
   * @throws Refused unless exactly one way was taken, rightly
   */
  Kept read(Step step, String party, String name, Contribution given) {
    demandHead(given.chainHead());
    String own = given.commitment();
    if (own != null && given.nonce() == null && given.dice() == null) {
      demandHex(own);
      return new Kept(Way.DEVICE, own, null);
    }
    String ref = step.draw().ref();
    Suite suite = settings.suite(step.draw().suite());
    Nonce nonce = new Nonce(party, typed(suite, name, given));
    return new Kept(
        Way.TYPED, nonce.commitment(suite, ref), keys.sealNonce(ref, party, nonce.hex()));
  }

  private static String typed(Suite suite, String name, Contribution given) {
    String dice = given.dice();
    String nonce = given.nonce();
    if (given.commitment() != null || (dice == null) == (nonce == null)) {
      throw Refused.because(DrawingProblem.NONCE_NEEDED, name);
    }
    if (dice != null) {
      return Nonces.ofDice(suite, dice.replaceAll("\\s", ""))
          .orElseThrow(
              () ->
                  Refused.because(
                      DrawingProblem.DICE_TOO_FEW,
                      String.valueOf(Nonces.DECIMAL_DIGITS),
                      String.valueOf(Nonces.DIE_THROWS)));
    }
    demandHex(nonce);
    return String.valueOf(nonce);
  }

  static void demandHex(@Nullable String text) {
    if (text == null || !Nonces.isHex(text)) {
      throw Refused.because(DrawingProblem.NONCE_MALFORMED, text == null ? "" : text);
    }
  }

  static void demandHead(@Nullable String head) {
    if (head != null && !Nonces.isHex(head)) {
      throw Refused.because(DrawingProblem.CHAIN_HEAD_NEEDED, head);
    }
  }
}
