package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the next chain value and draws the substitute round whose input is in the log (ZB-11). */
@Component
@Transactional
public class RunRound {

  private final DrawSteps steps;
  private final ChainValues chain;
  private final DrawResults results;

  RunRound(DrawSteps steps, ChainValues chain, DrawResults results) {
    this.steps = steps;
    this.chain = chain;
    this.results = results;
  }

  /**
   * Draws the round.
   *
   * @param chainValue of the round, typed by the supervising party; else null
   * @throws Refused if no round was requested, a public value of it is missing, or its chain value
   */
  public void run(UUID id, IfMatch seen, @Nullable String chainValue) {
    draw(steps.begin(id, seen, DrawCommand.DRAW_ROUND), chainValue);
  }

  /** The supervising party opens the chain value on the own phone, which draws. */
  void byLink(UUID id, String chainValue) {
    draw(steps.begin(id, DrawCommand.DRAW_ROUND), chainValue);
  }

  private void draw(Step step, @Nullable String chainValue) {
    if (step.ceremony().pendingRound().isEmpty()) {
      throw Refused.because(DrawingProblem.ROUND_NOT_REQUESTED, step.draw().number());
    }
    results.drawNext(step, chain.open(step, chainValue));
  }
}
