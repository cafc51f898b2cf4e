package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens C_0 and draws, once (ZB-9). */
@Component
@Transactional
public class RunDraw {

  private final DrawSteps steps;
  private final DrawResults results;

  RunDraw(DrawSteps steps, DrawResults results) {
    this.steps = steps;
    this.results = results;
  }

  /**
   * Draws; after {@code openBy} the draw becomes void instead.
   *
   * @throws Refused if it is drawn already (ZB-9), or a public value is missing
   */
  public void run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, DrawCommand.DRAW);
    if (steps.lapse(step)) {
      return;
    }
    if (!step.ceremony().openSources().isEmpty()) {
      throw Refused.because(
          DrawingProblem.PUBLIC_VALUE_MISSING,
          String.valueOf(step.ceremony().openSources().size()));
    }
    results.drawNext(step);
  }
}
