package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.usecase.Openings.UnitOpening;
import cn.sunlot.kernel.Refused;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a unit that asks what it needs to check its own line. One that was drawn gets it once its
 * visit is over, so that nothing warns it before (draw.md section 11).
 */
@Component
@Transactional
public class ShowOpening {

  private final Openings openings;
  private final ResultStore results;
  private final AuditLog audit;

  ShowOpening(Openings openings, ResultStore results, AuditLog audit) {
    this.openings = openings;
    this.results = results;
    this.audit = audit;
  }

  /**
   * Shows it, on record.
   *
   * @throws Refused if the unit was not in the pool, or was drawn and not visited yet
   */
  public UnitOpening run(UUID drawId, UUID targetId) {
    UnitOpening opening = openings.get(drawId, targetId);
    if (opening.drawn() && !results.listReleased(drawId).contains(targetId)) {
      throw Refused.because(DrawingProblem.OPENING_TOO_EARLY, opening.unitId());
    }
    audit.record("draw-opening-shown", opening.drawId(), Map.of("unit", opening.unitId()));
    return opening;
  }
}
