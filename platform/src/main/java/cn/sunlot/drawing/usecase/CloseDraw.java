package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawClosed;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.WitnessRule;
import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the record of a draw once it is complete (ZB-9), and reports the draw to the regulation
 * section (ZB-9.1).
 */
@Component
@Transactional
public class CloseDraw {

  /** The function of a department that is the regulation section. */
  private static final String REGULATION = "regulation";

  private final DrawSteps steps;
  private final RecordStore records;
  private final WitnessRules rules;
  private final Organisation organisation;
  private final ApplicationEventPublisher events;

  CloseDraw(
      DrawSteps steps,
      RecordStore records,
      WitnessRules rules,
      Organisation organisation,
      ApplicationEventPublisher events) {
    this.steps = steps;
    this.records = records;
    this.rules = rules;
    this.organisation = organisation;
    this.events = events;
  }

  /**
   * Closes the record.
   *
   * @throws Refused if something is missing that the profile demands; each of it is named
   */
  public void run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, DrawCommand.CLOSE);
    demandComplete(step);
    Optional<Department> told = regulationSection(step.draw());
    told.ifPresent(department -> records.addReport(id, department.id(), step.now()));
    steps.end(step, Map.of("reportedTo", told.map(Department::name).orElse("")));
    events.publishEvent(new DrawClosed(id, step.draw().taskId()));
  }

  private void demandComplete(Step step) {
    WitnessRule rule = rules.of(step.draw());
    List<WrongValue> missing =
        rule
            .missing(
                step.ceremony(),
                records.listKinds(step.draw().id()),
                records.listSigned(step.draw().id()))
            .stream()
            .map(what -> WrongValue.of(what, null, "drawing.missing." + what))
            .toList();
    if (!missing.isEmpty()) {
      throw Refused.because(DrawingProblem.RECORD_INCOMPLETE, String.valueOf(missing.size()))
          .by(rule.clauses())
          .naming(missing);
    }
  }

  private Optional<Department> regulationSection(Draw draw) {
    return rules.reportsToRegulationSection(draw)
        ? organisation.listBody(draw.departmentId()).stream()
            .filter(d -> d.functions().contains(REGULATION))
            .findFirst()
        : Optional.empty();
  }
}
