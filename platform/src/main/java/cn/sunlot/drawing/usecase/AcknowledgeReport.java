package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.drawing.store.RecordStore.Report;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody of the regulation section acknowledges the report of a draw (ZB-9.1). */
@Component
@Transactional
public class AcknowledgeReport {

  private final DrawSteps steps;
  private final RecordStore records;
  private final WitnessRules rules;

  AcknowledgeReport(DrawSteps steps, RecordStore records, WitnessRules rules) {
    this.steps = steps;
    this.records = records;
    this.rules = rules;
  }

  /**
   * Acknowledges the report.
   *
   * @throws Refused if the person is not of the section that was told, or it is acknowledged
   */
  public void run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, DrawCommand.ACKNOWLEDGE_REPORT);
    SignedIn person = SignedIn.get();
    Report report =
        records
            .findReport(id)
            .filter(r -> r.departmentId().equals(person.departmentId()))
            .orElseThrow(
                () ->
                    Refused.because(DrawingProblem.NOT_THE_REGULATION_SECTION, step.draw().number())
                        .by(rules.report(step.draw())));
    if (report.acknowledgedAt() != null) {
      throw Refused.because(DrawingProblem.REPORT_ACKNOWLEDGED, step.draw().number())
          .by(rules.report(step.draw()));
    }
    records.acknowledge(id, person.personId(), step.now());
    steps.end(step, Map.of("draw", step.draw().ref()));
  }
}
