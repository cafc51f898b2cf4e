package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Committed;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.WitnessRule;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fixes everything that decides about the draw, once and for all (draw.md section 2). */
@Component
@Transactional
public class CommitDraw {

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;
  private final WitnessRules rules;
  private final DrawKeys keys;
  private final DrawSettings settings;

  CommitDraw(
      DrawSteps steps,
      CeremonyStore ceremonies,
      WitnessRules rules,
      DrawKeys keys,
      DrawSettings settings) {
    this.steps = steps;
    this.ceremonies = ceremonies;
    this.rules = rules;
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * Commits to the draw.
   *
   * @throws Refused if a witness is missing that the profile demands (ZB-9), or nobody but the
   *     operator has a part in the result
   */
  public void run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, DrawCommand.COMMIT);
    demandWitnesses(rules.of(step.draw()), step.ceremony());
    Suite suite = settings.suite(step.draw().suite());
    Commitment commitment = commitment(step, suite);
    Committed committed =
        new Committed(
            commitment.write(),
            commitment.hash(suite),
            commitment.revealBy(),
            commitment.openBy(),
            step.now());
    ceremonies.add(id, committed);
    steps.end(step, Payloads.of(committed.document()));
  }

  private static void demandWitnesses(WitnessRule rule, Ceremony ceremony) {
    if (!rule.satisfiedBy(ceremony.witnesses())) {
      throw Refused.because(DrawingProblem.WITNESS_MISSING, String.valueOf(rule.min()))
          .by(rule.clauses());
    }
    if (ceremony.witnesses().isEmpty() && ceremony.sources().isEmpty()) {
      throw Refused.because(DrawingProblem.OPERATOR_ALONE);
    }
  }

  private Commitment commitment(Step step, Suite suite) {
    Draw draw = step.draw();
    HashChain chain = keys.chain(draw, suite);
    return new Commitment(
        draw.suite(),
        draw.ref(),
        draw.taskNumber(),
        new Commitment.Profile(
            draw.profile().id(), draw.profile().version(), draw.profile().hash()),
        Subject.read(Node.root(Jcs.parse(draw.frozen().subject()))),
        Commitment.Chain.of(chain),
        step.ceremony().parties().stream().map(Participant::committed).toList(),
        step.ceremony().sources().stream().map(Ceremony.Source::declared).toList(),
        step.now().plus(settings.revealWithin()),
        step.now().plus(settings.openWithin()),
        draw.previousHash());
  }
}
