package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.kernel.Refused;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reasons that are public at once must not name whoever was drawn: it would warn them. */
@Component
class PublicReasons {

  private final ResultStore results;

  PublicReasons(ResultStore results) {
    this.results = results;
  }

  /**
   * Demands that the reason names no target that this draw drew.
   *
   * @throws Refused if it does
   */
  void demandNobodyNamed(UUID drawId, String reason) {
    results.listTargets(drawId).stream()
        .filter(row -> reason.contains(row.name()) || reason.contains(row.unitId()))
        .findFirst()
        .ifPresent(
            row -> {
              throw Refused.because(DrawingProblem.VOID_REASON_NAMES, row.name());
            });
  }
}
