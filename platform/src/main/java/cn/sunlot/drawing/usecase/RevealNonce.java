package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.Nonces;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the nonce of one party. A nonce that does not open the commitment, or comes too late, makes
 * the draw void (draw.md section 2): the command succeeds and the draw says who failed.
 */
@Component
@Transactional
public class RevealNonce {

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;
  private final DrawKeys keys;
  private final DrawSettings settings;

  RevealNonce(DrawSteps steps, CeremonyStore ceremonies, DrawKeys keys, DrawSettings settings) {
    this.steps = steps;
    this.ceremonies = ceremonies;
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * Opens the nonce.
   *
   * @param nonce 64 hex digits of a party that keeps it itself; null where the platform keeps it
   */
  public void run(UUID id, IfMatch seen, String party, @Nullable String nonce) {
    reveal(steps.begin(id, seen, DrawCommand.REVEAL), party, nonce);
  }

  /** Opens the nonce of a witness who sends it from the own phone. */
  void byLink(UUID id, String party, String nonce) {
    reveal(steps.begin(id, DrawCommand.REVEAL), party, nonce);
  }

  private void reveal(Step step, String party, @Nullable String nonce) {
    if (steps.lapse(step)) {
      return;
    }
    Participant participant =
        step.ceremony()
            .findParty(party)
            .orElseThrow(() -> Refused.because(DrawingProblem.PARTY_UNKNOWN, party));
    if (step.ceremony().reveals().containsKey(party)) {
      throw Refused.because(DrawingProblem.PARTY_REVEALED, party);
    }
    Nonce opened = new Nonce(party, opened(step, participant, nonce));
    Suite suite = settings.suite(step.draw().suite());
    if (opened.opens(participant.committed(), suite, step.draw().ref())) {
      keep(step, opened);
    } else {
      steps.voidNow(
          step.draw(), DrawSteps.byTheBook(VoidCause.NONCE_MISMATCH, List.of(party), step.now()));
    }
  }

  private String opened(Step step, Participant participant, @Nullable String nonce) {
    if (participant.sealedNonce() != null) {
      return keys.openNonce(step.draw(), participant);
    }
    if (nonce == null || !Nonces.isHex(nonce)) {
      throw Refused.because(DrawingProblem.NONCE_MALFORMED, nonce == null ? "" : nonce);
    }
    return nonce;
  }

  private void keep(Step step, Nonce nonce) {
    ceremonies.addReveal(step.draw().id(), nonce.party(), nonce.hex(), step.now());
    boolean last = step.ceremony().silent().equals(List.of(nonce.party()));
    steps.end(
        step,
        last ? step.edge().to() : step.draw().state(),
        Map.of("party", nonce.party(), "nonce", nonce.hex()));
  }
}
