package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes draws void whose deadline passed without anybody giving a command (draw.md section 2).
 * Platform's own work: to be run by a job.
 */
@Component
@Transactional
public class VoidOverdueDraws {

  private final DrawSteps steps;
  private final DrawStore draws;
  private final CeremonyStore ceremonies;

  VoidOverdueDraws(DrawSteps steps, DrawStore draws, CeremonyStore ceremonies) {
    this.steps = steps;
    this.draws = draws;
    this.ceremonies = ceremonies;
  }

  /** Makes them void; gives how many. */
  public int run() {
    int lapsed = 0;
    for (var listed : draws.listUnderWay()) {
      var draw = draws.lock(listed.id());
      var why = DrawSteps.findLapse(draw, ceremonies.get(draw.id()), steps.now());
      why.ifPresent(voidance -> steps.voidNow(draw, voidance));
      lapsed += why.isPresent() ? 1 : 0;
    }
    return lapsed;
  }
}
