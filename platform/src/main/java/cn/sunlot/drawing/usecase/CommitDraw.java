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
import cn.sunlot.drawing.domain.Invitation;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.WitnessRule;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
    demandCommitted(step.ceremony());
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

  /** Who was named takes part, or is taken out in the open; nobody is left behind silently. */
  private static void demandCommitted(Ceremony ceremony) {
    List<String> awaited = ceremony.awaited().stream().map(Invitation::name).toList();
    if (!awaited.isEmpty()) {
      throw Refused.because(DrawingProblem.WITNESS_NOT_COMMITTED, String.join("、", awaited));
    }
  }

  private static void demandWitnesses(WitnessRule rule, Ceremony ceremony) {
    if (!rule.satisfiedBy(ceremony.witnesses())) {
      throw Refused.because(DrawingProblem.WITNESS_MISSING, String.valueOf(rule.min()))
          .by(rule.clauses());
    }
    if (ceremony.witnesses().isEmpty() && ceremony.sourcesOf(0).isEmpty()) {
      throw Refused.because(DrawingProblem.OPERATOR_ALONE);
    }
  }

  private Commitment commitment(Step step, Suite suite) {
    Draw draw = step.draw();
    return new Commitment(
        draw.suite(),
        draw.ref(),
        draw.taskNumber(),
        new Commitment.Profile(
            draw.profile().id(), draw.profile().version(), draw.profile().hash()),
        Subject.read(Node.root(Jcs.parse(draw.frozen().subject()))),
        chain(step, suite),
        step.ceremony().parties().stream().map(Participant::committed).toList(),
        step.ceremony().sourcesOf(0).stream().map(Ceremony.Source::declared).toList(),
        step.now().plus(settings.revealWithin()),
        openBy(step),
        draw.previousHash());
  }

  /** Of the supervising party where there is one; its secret never was here. */
  private Commitment.Chain chain(Step step, Suite suite) {
    return step.ceremony()
        .supervisor()
        .map(
            s ->
                new Commitment.Chain(
                    HashChain.DEFAULT_LENGTH, Objects.requireNonNull(s.chainHead())))
        .orElseGet(() -> Commitment.Chain.of(keys.chain(step.draw(), suite)));
  }

  /** The usual time after the last public value is to be published. */
  private Instant openBy(Step step) {
    Instant from =
        Stream.concat(
                Stream.of(step.now()),
                step.ceremony().sourcesOf(0).stream()
                    .map(Ceremony.Source::expectedAt)
                    .filter(Objects::nonNull))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return from.plus(settings.openWithin()).truncatedTo(ChronoUnit.SECONDS);
  }
}
