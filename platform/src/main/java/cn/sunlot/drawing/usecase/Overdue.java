package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import org.springframework.stereotype.Component;

/** Whether a deadline has passed, without any effect. */
@Component
public class Overdue {

  private final DrawSteps steps;

  Overdue(DrawSteps steps) {
    this.steps = steps;
  }

  /** Whether the next command makes this draw void. */
  public boolean is(Draw draw, Ceremony ceremony) {
    return DrawSteps.findLapse(draw, ceremony, steps.now()).isPresent();
  }
}
