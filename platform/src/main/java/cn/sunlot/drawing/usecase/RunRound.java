package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the next chain value and draws the substitute round whose input is in the log (ZB-11). */
@Component
@Transactional
public class RunRound {

  private final DrawSteps steps;
  private final DrawResults results;

  RunRound(DrawSteps steps, DrawResults results) {
    this.steps = steps;
    this.results = results;
  }

  /**
   * Draws the round.
   *
   * @throws Refused if no round was requested
   */
  public void run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, DrawCommand.DRAW_ROUND);
    if (step.ceremony().pendingRound().isEmpty()) {
      throw Refused.because(DrawingProblem.ROUND_NOT_REQUESTED, step.draw().number());
    }
    results.drawNext(step);
  }
}
