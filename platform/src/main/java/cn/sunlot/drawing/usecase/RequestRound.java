package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.matching.Absence;
import cn.sunlot.draw.matching.InspectorRound;
import cn.sunlot.draw.matching.Recusal;
import cn.sunlot.draw.matching.Slot;
import cn.sunlot.draw.targets.SubstituteRound;
import cn.sunlot.draw.targets.SubstituteRound.Dropped;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.RoundOrder;
import cn.sunlot.drawing.Draws.TargetRound;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Round;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawLifecycle;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.drawing.domain.TargetReplay;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.store.ResultStore.TargetRow;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders a substitute round: reason and approver are written first, then its input, before the
 * chain value is opened (draw.md section 10, ZB-11).
 */
@Component
@Transactional
public class RequestRound {

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;
  private final ResultStore results;
  private final DrawEngine engine;
  private final Organisation organisation;
  private final SucceedDraw succeed;
  private final DrawStore draws;

  RequestRound(
      DrawSteps steps,
      CeremonyStore ceremonies,
      ResultStore results,
      DrawEngine engine,
      Organisation organisation,
      SucceedDraw succeed,
      DrawStore draws) {
    this.steps = steps;
    this.ceremonies = ceremonies;
    this.results = results;
    this.engine = engine;
    this.organisation = organisation;
    this.succeed = succeed;
    this.draws = draws;
  }

  /** Orders the round; gives its number, or 0 where a successor draws the places instead. */
  public int run(UUID id, RoundOrder order) {
    Step step = steps.begin(id, DrawCommand.REQUEST_ROUND);
    int r = step.ceremony().outcomes().size();
    if (step.draw().isEnded()) {
      return missing(step, r, order);
    }
    if (step.ceremony().pendingRound().isPresent()) {
      throw Refused.because(DrawingProblem.ROUND_PENDING, step.draw().number());
    }
    demandChain(step, r);
    String approver = organisation.getPerson(order.approverId()).name();
    Json input =
        LibraryRefusal.asProblem(DrawingProblem.ROUND_INPUT, "round", () -> input(step, r, order));
    byte[] document = Jcs.write(input);
    Round round = new Round(r, document, order.reason(), order.approverId(), step.now());
    ceremonies.add(id, round, SignedIn.get().personId());
    steps.record(
        step,
        DrawLifecycle.ROUND_APPROVED,
        Map.of("r", r, "reason", order.reason(), "approver", approver));
    steps.end(step, Payloads.of(document));
    return r;
  }

  /** No round is drawn any more: the successor draws the places (draw.md section 5). */
  private int missing(Step step, int r, RoundOrder order) {
    Draw draw = step.draw();
    Optional<Draw> successor = draws.findSuccessor(draw.id());
    if (successor.isPresent()) {
      return bySuccessor(draw, successor.get(), order);
    }
    Voidance why = draw.voidance();
    if (why != null && step.ceremony().pendingRound().isPresent()) {
      // Its places come first: the successor is prepared for them.
      throw Refused.because(DrawingProblem.ROUNDS_ENDED, draw.number(), why.reason());
    }
    String approver = organisation.getPerson(order.approverId()).name();
    Json input =
        LibraryRefusal.asProblem(DrawingProblem.ROUND_INPUT, "round", () -> input(step, r, order));
    steps.record(
        step,
        DrawLifecycle.ROUND_APPROVED,
        Map.of("r", r, "reason", order.reason(), "approver", approver));
    succeed.forPlaces(draw.id(), input);
    return 0;
  }

  /** The successor has the rest of the frame, so that it draws further substitutes. */
  private int bySuccessor(Draw draw, Draw successor, RoundOrder order) {
    if (!(order instanceof TargetRound targets)) {
      throw Refused.because(DrawingProblem.ROUNDS_SUCCEEDED, draw.number(), successor.number());
    }
    Set<UUID> own =
        results.listTargets(successor.id()).stream()
            .map(TargetRow::targetId)
            .collect(Collectors.toSet());
    return run(
        successor.id(),
        new TargetRound(
            targets.more(),
            targets.dropped().stream().filter(d -> own.contains(d.targetId())).toList(),
            targets.reason(),
            targets.approverId()));
  }

  private static void demandChain(Step step, int r) {
    int length = Commitment.parse(step.ceremony().getCommitted().document()).chain().length();
    if (r >= length) {
      throw Refused.because(
          DrawingProblem.ROUND_CHAIN_USED_UP, step.draw().number(), String.valueOf(length));
    }
  }

  private Json input(Step step, int r, RoundOrder order) {
    if (order instanceof TargetRound targets && step.draw().purpose() == Purpose.TARGETS) {
      return targets(step, r, targets);
    }
    if (order instanceof Draws.InspectorRound inspectors
        && step.draw().purpose() == Purpose.INSPECTORS) {
      return inspectors(step, r, inspectors);
    }
    throw new IllegalArgumentException("a round of the other purpose for " + step.draw().number());
  }

  private Json targets(Step step, int r, TargetRound order) {
    Map<UUID, TargetRow> drawn =
        results.listTargets(step.draw().id()).stream()
            .collect(Collectors.toMap(TargetRow::targetId, Function.identity()));
    List<Dropped> dropped =
        order.dropped().stream()
            .map(d -> new Dropped(token(step, drawn, d.targetId()), d.reason()))
            .toList();
    SubstituteRound input = new SubstituteRound(r, order.more(), dropped, declared(step, r));
    Ceremony ceremony = step.ceremony();
    Commitment commitment = Commitment.parse(ceremony.getCommitted().document());
    input.requireConsistent(
        ((Subject.Targets) commitment.subject()).strata().keySet(),
        engine.targets(step.draw(), ceremony, DrawEngine.chain(ceremony)),
        ceremony.rounds().stream().map(round -> TargetReplay.read(round.input())).toList());
    return input.json();
  }

  /** Fresh public sources, declared on the screen of the draw before the round was ordered. */
  private static List<PublicSource> declared(Step step, int r) {
    return step.ceremony().sourcesOf(r).stream().map(Ceremony.Source::declared).toList();
  }

  private static String token(Step step, Map<UUID, TargetRow> drawn, UUID targetId) {
    TargetRow row = drawn.get(targetId);
    if (row == null) {
      throw Refused.because(DrawingProblem.NOT_DRAWN, targetId, step.draw().number());
    }
    return row.token();
  }

  private Json inspectors(Step step, int r, Draws.InspectorRound order) {
    RosterBook book = engine.book(step.draw());
    InspectorRound input =
        new InspectorRound(
            r,
            order.open().stream().map(s -> book.slot(s.visitId(), s.role())).toList(),
            order.left().stream().map(l -> departure(book, l)).toList(),
            order.recused().stream()
                .map(x -> new Recusal(book.group(x.visitId()), book.person(x.inspectorId())))
                .toList(),
            order.absent().stream()
                .map(a -> new Absence(book.person(a.inspectorId()), a.reason()))
                .toList(),
            declared(step, r));
    engine
        .inspectors(step.draw(), step.ceremony(), DrawEngine.chain(step.ceremony()))
        .standing()
        .after(input);
    return input.json();
  }

  private static InspectorRound.Departure departure(RosterBook book, Draws.Departure left) {
    Slot slot = book.slot(left.visitId(), left.role());
    return new InspectorRound.Departure(slot, book.person(left.inspectorId()), left.reason());
  }
}
