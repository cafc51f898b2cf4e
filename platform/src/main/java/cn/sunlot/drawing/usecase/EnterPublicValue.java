package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony.Source;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
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
   * @param position of the source, from 0
   * @param typed the value; white space in it does not count
   */
  public void run(UUID id, IfMatch seen, int position, String typed) {
    Step step = steps.begin(id, seen, DrawCommand.PUBLIC_VALUE);
    if (steps.lapse(step)) {
      return;
    }
    Source source =
        step.ceremony().sources().stream()
            .filter(s -> s.position() == position)
            .findFirst()
            .orElseThrow(
                () -> Refused.because(DrawingProblem.SOURCE_UNKNOWN, String.valueOf(position)));
    if (step.ceremony().values().containsKey(position)) {
      throw Refused.because(DrawingProblem.SOURCE_COMPLETE, source.id());
    }
    String value = typed.replaceAll("\\s", "");
    if (!value.matches("[0-9]{" + source.digits() + "}")) {
      throw Refused.because(
          DrawingProblem.PUBLIC_VALUE_SHAPE,
          String.valueOf(source.digits()),
          String.valueOf(value.length()));
    }
    keep(step, source, value);
  }

  private void keep(Step step, Source source, String value) {
    UUID id = step.draw().id();
    UUID person = SignedIn.get().personId();
    ceremonies.addEntry(id, source.position(), value, person, step.now());
    boolean confirmed =
        ceremonies.listLastEntries(id, source.position()).entrySet().stream()
            .anyMatch(e -> !e.getKey().equals(person) && e.getValue().equals(value));
    if (confirmed) {
      ceremonies.addValue(id, source.position(), value, step.now());
      steps.end(step, Map.of("kind", source.kind(), "id", source.id(), "value", value));
    } else {
      steps.touch(step);
    }
  }
}
