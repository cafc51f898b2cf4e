package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives up a draw, with a reason; it stays visible with reason, approver and time (ZB-9). */
@Component
@Transactional
public class VoidDraw {

  private final DrawSteps steps;
  private final PublicReasons reasons;

  VoidDraw(DrawSteps steps, PublicReasons reasons) {
    this.steps = steps;
    this.reasons = reasons;
  }

  /**
   * Gives up the draw; who is signed in approves it.
   *
   * @throws Refused if the record of the draw is closed, or the reason, which is public at once,
   *     names a target that was drawn
   */
  public void run(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, DrawCommand.VOID);
    reasons.demandNobodyNamed(id, reason);
    UUID approver = SignedIn.get().personId();
    steps.voidNow(
        step.draw(),
        new Voidance(VoidCause.GIVEN_UP, reason.strip(), List.of(), approver, step.now()));
  }
}
