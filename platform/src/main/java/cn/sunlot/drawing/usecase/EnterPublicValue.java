package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Place;
import cn.sunlot.drawing.domain.Ceremony.Source;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.SourceKind;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters a public value. Two people type it independently of each other; it counts once both typed
 * the same, and does not change afterwards.
 */
@Component
@Transactional
public class EnterPublicValue {

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;

  EnterPublicValue(DrawSteps steps, CeremonyStore ceremonies) {
    this.steps = steps;
    this.ceremonies = ceremonies;
  }

  /**
   * Keeps what this person typed.
   *
   * @param position of the source, from 0, of the draw or of the round that waits
   * @param typed the value, however its kind is typed
   */
  public void run(UUID id, IfMatch seen, int position, String typed) {
    Step step = steps.begin(id, seen, DrawCommand.PUBLIC_VALUE);
    if (steps.lapse(step)) {
      return;
    }
    Place place = new Place(round(step), position);
    Source source =
        step.ceremony().sources().stream()
            .filter(s -> s.place().equals(place))
            .findFirst()
            .orElseThrow(
                () -> Refused.because(DrawingProblem.SOURCE_UNKNOWN, String.valueOf(position)));
    if (step.ceremony().values().containsKey(place)) {
      throw Refused.because(DrawingProblem.SOURCE_COMPLETE, source.id());
    }
    keep(step, source, SourceKind.get(source.kind()).read(typed, source.form()));
  }

  /** Of a round only once its input is fixed; before that there is no value to be typed. */
  private static int round(Step step) {
    if (step.draw().state() == DrawState.REVEALED) {
      return 0;
    }
    return step.ceremony()
        .pendingRound()
        .map(Ceremony.Round::r)
        .orElseThrow(
            () -> Refused.because(DrawingProblem.ROUND_NOT_REQUESTED, step.draw().number()));
  }

  private void keep(Step step, Source source, String value) {
    UUID id = step.draw().id();
    UUID person = SignedIn.get().personId();
    ceremonies.addEntry(id, source.place(), value, person, step.now());
    boolean confirmed =
        ceremonies.listLastEntries(id, source.place()).entrySet().stream()
            .anyMatch(e -> !e.getKey().equals(person) && e.getValue().equals(value));
    if (confirmed) {
      ceremonies.addValue(id, source.place(), value, step.now());
      steps.end(step, payload(source, value));
    } else {
      steps.touch(step);
    }
  }

  private static Map<String, Object> payload(Source source, String value) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("kind", source.kind());
    payload.put("id", source.id());
    payload.put("value", value);
    if (source.place().r() > 0) {
      payload.put("r", source.place().r());
    }
    return payload;
  }
}
