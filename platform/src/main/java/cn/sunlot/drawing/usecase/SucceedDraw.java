package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.drawing.store.TargetOrders;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.secrets.Secrets.SealBroken;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares the successor of a void draw, with fresh keys and nonces and the void one named as
 * {@code previous}: over the same frame, exclusions, rates and quotas (draw.md section 2), or,
 * where it is void for further rounds only, for the places that are missing (section 5).
 */
@Component
@Transactional
public class SucceedDraw {

  private final DrawSteps steps;
  private final DrawStore draws;
  private final FrozenFiles files;
  private final TargetOrders orders;
  private final MissingPlaces missing;
  private final PrepareTargets prepareTargets;
  private final PrepareInspectors prepareInspectors;

  SucceedDraw(
      DrawSteps steps,
      DrawStore draws,
      FrozenFiles files,
      TargetOrders orders,
      MissingPlaces missing,
      PrepareTargets prepareTargets,
      PrepareInspectors prepareInspectors) {
    this.steps = steps;
    this.draws = draws;
    this.files = files;
    this.orders = orders;
    this.missing = missing;
    this.prepareTargets = prepareTargets;
    this.prepareInspectors = prepareInspectors;
  }

  /**
   * Prepares the successor; gives its id.
   *
   * @throws Refused if there is one already, or the draw is not void and not void for further
   *     rounds, or nothing is missing of it
   */
  public UUID run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, DrawCommand.SUCCEED);
    Draw draw = step.draw();
    demandNone(draw);
    if (draw.isEnded()) {
      Ceremony.Round round =
          step.ceremony()
              .pendingRound()
              .orElseThrow(() -> Refused.because(DrawingProblem.NOTHING_MISSING, draw.number()));
      return succeed(step, Jcs.parse(round.input()));
    }
    if (draw.state() != DrawState.VOID) {
      throw Refused.because(DrawingProblem.NOT_ENDED, draw.number());
    }
    UUID next =
        draw.purpose() == Purpose.TARGETS
            ? prepareTargets.run(orders.head(draw), orders.pool(draw), draw)
            : prepareInspectors.run(files.openInspectorOrder(draw), draw);
    return end(step, next);
  }

  /** The same for places that are found missing when the draw is void for further rounds. */
  void forPlaces(UUID id, Json input) {
    Step step = steps.begin(id, DrawCommand.SUCCEED);
    demandNone(step.draw());
    succeed(step, input);
  }

  private void demandNone(Draw draw) {
    draws
        .findSuccessor(draw.id())
        .ifPresent(
            next -> {
              throw Refused.because(DrawingProblem.SUCCESSOR_EXISTS, draw.number(), next.number());
            });
  }

  private UUID succeed(Step step, Json input) {
    Draw draw = step.draw();
    Ceremony ceremony = step.ceremony();
    try {
      return end(
          step,
          draw.purpose() == Purpose.TARGETS
              ? prepareMissing(draw, missing.targets(draw, ceremony, input))
              : prepareInspectors.run(missing.inspectors(draw, ceremony, input), draw));
    } catch (SealBroken broken) {
      throw Refused.because(DrawingProblem.ORDER_SEALED, draw.number());
    }
  }

  private UUID prepareMissing(Draw draw, MissingPlaces.Targets left) {
    return prepareTargets.run(left.head(), left, draw);
  }

  private UUID end(Step step, UUID next) {
    steps.end(step, Map.of("successor", draws.get(next).ref()));
    return next;
  }
}
