package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens C_0 and draws, once (ZB-9). */
@Component
@Transactional
public class RunDraw {

  private final DrawSteps steps;
  private final ChainValues chain;
  private final DrawResults results;

  RunDraw(DrawSteps steps, ChainValues chain, DrawResults results) {
    this.steps = steps;
    this.chain = chain;
    this.results = results;
  }

  /**
   * Draws; after {@code openBy} the draw becomes void instead.
   *
   * @param chainValue C_0, typed by the supervising party at the operator's screen; else null
   * @throws Refused if it is drawn already (ZB-9), a public value is missing, or C_0 is
   */
  public void run(UUID id, IfMatch seen, @Nullable String chainValue) {
    draw(steps.begin(id, seen, DrawCommand.DRAW), chainValue);
  }

  /** The supervising party opens C_0 on the own phone, which draws. */
  void byLink(UUID id, String chainValue) {
    draw(steps.begin(id, DrawCommand.DRAW), chainValue);
  }

  private void draw(Step step, @Nullable String chainValue) {
    if (!steps.lapse(step)) {
      results.drawNext(step, chain.open(step, chainValue));
    }
  }
}
