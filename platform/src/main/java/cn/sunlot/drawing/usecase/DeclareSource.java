package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony.Place;
import cn.sunlot.drawing.domain.Ceremony.Source;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.SourceKind;
import cn.sunlot.drawing.domain.SourceKind.Declaration;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declares that a public value will come into being later: of the draw, before its commitment; of
 * the next substitute round, before that round is ordered (draw.md sections 2, 10).
 */
@Component
@Transactional
public class DeclareSource {

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;

  DeclareSource(DrawSteps steps, CeremonyStore ceremonies) {
    this.steps = steps;
    this.ceremonies = ceremonies;
  }

  /**
   * Declares the source.
   *
   * @param kind a name of {@link SourceKind#ALL}
   * @throws Refused if a round is waiting already, whose input is fixed
   */
  public void run(UUID id, IfMatch seen, String kind, Declaration said) {
    Step step = steps.begin(id, seen, DrawCommand.DECLARE_SOURCE);
    if (step.ceremony().pendingRound().isPresent()) {
      throw Refused.because(DrawingProblem.ROUND_PENDING, step.draw().number());
    }
    SourceKind.Fixed fixed = SourceKind.get(kind).fix(said);
    int r = step.draw().state() == DrawState.PREPARED ? 0 : step.ceremony().nextRound();
    Place place = new Place(r, step.ceremony().sourcesOf(r).size());
    ceremonies.add(id, new Source(place, kind, fixed.id(), fixed.form(), said.expectedAt()));
    Map<String, Object> payload = new LinkedHashMap<>(Map.of("kind", kind, "id", fixed.id()));
    if (r > 0) {
      payload.put("r", r);
    }
    steps.end(step, payload);
  }
}
