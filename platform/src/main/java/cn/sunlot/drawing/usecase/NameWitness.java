package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.Nonces;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Participant.Way;
import cn.sunlot.drawing.domain.WitnessRule;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names a witness as a party of the draw, with a nonce that only the witness knows (ZB-9). */
@Component
@Transactional
public class NameWitness {

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;
  private final WitnessRules rules;
  private final DrawKeys keys;
  private final DrawSettings settings;

  NameWitness(
      DrawSteps steps,
      CeremonyStore ceremonies,
      WitnessRules rules,
      DrawKeys keys,
      DrawSettings settings) {
    this.steps = steps;
    this.ceremonies = ceremonies;
    this.rules = rules;
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * Who watches.
   *
   * @param kind a kind of the profile, or {@code other} with {@code kindText}
   * @param unit where the witness comes from
   * @param commitment made on the witness's own device, 64 hex digits; or
   * @param nonce typed by the witness, 64 hex digits; or
   * @param dice thrown and typed by the witness
   */
  public record Witness(
      String kind,
      @Nullable String kindText,
      String name,
      String unit,
      @Nullable String commitment,
      @Nullable String nonce,
      @Nullable String dice) {}

  /**
   * Names the witness; the new party's name in the draw is the next of {@code w1}, {@code w2} ….
   */
  public void run(UUID id, IfMatch seen, Witness witness) {
    Step step = steps.begin(id, seen, DrawCommand.ADD_WITNESS);
    WitnessRule rule = rules.of(step.draw());
    demandKind(rule, witness);
    // After the last one, not by their number: one in the midst may have been taken out.
    int position =
        1 + step.ceremony().parties().stream().mapToInt(Participant::position).max().orElse(-1);
    String party = "w" + position;
    Participant named = participant(step, position, party, witness);
    ceremonies.add(id, named, SignedIn.get().personId(), step.now());
    steps.end(
        step,
        Map.of(
            "party", party,
            "kind", named.kind(),
            "way", Lifecycle.wireName(named.way()),
            "commitment", named.commitment()));
  }

  private static void demandKind(WitnessRule rule, Witness witness) {
    if (!rule.admits(witness.kind())) {
      throw Refused.because(
              DrawingProblem.WITNESS_KIND, witness.kind(), String.join(", ", rule.kinds()))
          .by(rule.clauses());
    }
    String text = witness.kindText();
    if (witness.kind().equals(WitnessRule.OTHER) && (text == null || text.isBlank())) {
      throw Refused.because(DrawingProblem.WITNESS_KIND_TEXT).by(rule.clauses());
    }
  }

  private Participant participant(Step step, int position, String party, Witness witness) {
    String ref = step.draw().ref();
    String own = witness.commitment();
    String commitment;
    byte[] sealed = null;
    if (own != null && witness.nonce() == null && witness.dice() == null) {
      demandHex(own);
      commitment = own;
    } else {
      Suite suite = settings.suite(step.draw().suite());
      Nonce nonce = new Nonce(party, typed(suite, witness));
      commitment = nonce.commitment(suite, ref);
      sealed = keys.sealNonce(ref, party, nonce.hex());
    }
    return new Participant(
        position,
        party,
        witness.kind(),
        witness.kind().equals(WitnessRule.OTHER) ? witness.kindText() : null,
        witness.name().strip(),
        witness.unit().strip(),
        sealed == null ? Way.DEVICE : Way.TYPED,
        commitment,
        sealed);
  }

  private static String typed(Suite suite, Witness witness) {
    String dice = witness.dice();
    String nonce = witness.nonce();
    if (witness.commitment() != null || (dice == null) == (nonce == null)) {
      throw Refused.because(DrawingProblem.NONCE_NEEDED, witness.name());
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

  private static void demandHex(@Nullable String text) {
    if (text == null || !Nonces.isHex(text)) {
      throw Refused.because(DrawingProblem.NONCE_MALFORMED, text == null ? "" : text);
    }
  }
}
