package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony.Source;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declares, before the commitment, that a public value will be made afterwards: dice thrown in the
 * room.
 */
@Component
@Transactional
public class DeclareSource {

  /** Thrown in the room when all nonces are open. */
  public static final String DICE = "dice";

  private static final int FEWEST = 10;
  private static final int MOST = 100;

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;

  DeclareSource(DrawSteps steps, CeremonyStore ceremonies) {
    this.steps = steps;
    this.ceremonies = ceremonies;
  }

  /**
   * Declares the source.
   *
   * @param kind {@code dice}
   * @param digits decimal digits that will be thrown, 10 to 100
   */
  public void run(UUID id, IfMatch seen, String kind, int digits) {
    Step step = steps.begin(id, seen, DrawCommand.DECLARE_SOURCE);
    if (!kind.equals(DICE) || digits < FEWEST || digits > MOST) {
      throw Refused.because(
          DrawingProblem.SOURCE_KIND, kind, String.valueOf(FEWEST), String.valueOf(MOST));
    }
    String fixes = digits + " decimal digits, thrown in the room";
    Source source = new Source(step.ceremony().sources().size(), kind, fixes, digits);
    ceremonies.add(id, source);
    steps.end(step, Map.of("kind", kind, "id", fixes));
  }
}
