package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Suite;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.secrets.Secrets.SealBroken;
import cn.sunlot.kernel.web.IfMatch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declares a draw void for further rounds, because the secret of its chain is lost or used up: what
 * it drew stands, and a successor draws the places that are missing (draw.md section 5).
 */
@Component
@Transactional
public class EndRounds {

  private final DrawSteps steps;
  private final PublicReasons reasons;
  private final DrawKeys keys;
  private final DrawSettings settings;

  EndRounds(DrawSteps steps, PublicReasons reasons, DrawKeys keys, DrawSettings settings) {
    this.steps = steps;
    this.reasons = reasons;
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * Declares it; who is signed in approves it.
   *
   * @throws Refused if the platform keeps the chain and has it, or the reason, which is public at
   *     once, names a target that was drawn
   */
  public void run(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, DrawCommand.END_ROUNDS);
    reasons.demandNobodyNamed(id, reason);
    if (!admits(step.draw(), step.ceremony())) {
      throw Refused.because(DrawingProblem.CHAIN_NOT_LOST, step.draw().number());
    }
    VoidCause cause = isUsedUp(step.ceremony()) ? VoidCause.CHAIN_USED_UP : VoidCause.CHAIN_LOST;
    UUID approver = SignedIn.get().personId();
    steps.endRounds(step, new Voidance(cause, reason.strip(), List.of(), approver, step.now()));
  }

  /**
   * Whether the secret of the chain can be lost or is used up: the platform knows of its own chain,
   * and of a party's secret nothing.
   */
  public boolean admits(Draw draw, Ceremony ceremony) {
    return isUsedUp(ceremony) || ceremony.supervisor().isPresent() || !isHere(draw, ceremony);
  }

  private static boolean isUsedUp(Ceremony ceremony) {
    return ceremony.outcomes().size() >= chain(ceremony).length();
  }

  private boolean isHere(Draw draw, Ceremony ceremony) {
    Suite suite = settings.suite(draw.suite());
    try {
      return keys.chain(draw, suite).head().equals(chain(ceremony).head());
    } catch (SealBroken lost) {
      return false;
    }
  }

  private static Commitment.Chain chain(Ceremony ceremony) {
    return Commitment.parse(ceremony.getCommitted().document()).chain();
  }
}
