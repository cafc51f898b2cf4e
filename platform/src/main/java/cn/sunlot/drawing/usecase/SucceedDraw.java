package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares the successor of a void draw: the same frame, exclusions, rates and quotas, fresh keys
 * and nonces, and the void one named as {@code previous} (draw.md section 2).
 */
@Component
@Transactional
public class SucceedDraw {

  private final DrawSteps steps;
  private final DrawStore draws;
  private final FrozenFiles files;
  private final PrepareTargets prepareTargets;
  private final PrepareInspectors prepareInspectors;

  SucceedDraw(
      DrawSteps steps,
      DrawStore draws,
      FrozenFiles files,
      PrepareTargets prepareTargets,
      PrepareInspectors prepareInspectors) {
    this.steps = steps;
    this.draws = draws;
    this.files = files;
    this.prepareTargets = prepareTargets;
    this.prepareInspectors = prepareInspectors;
  }

  /** Prepares the successor; gives its id. */
  public UUID run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, DrawCommand.SUCCEED);
    Draw draw = step.draw();
    draws
        .findSuccessor(id)
        .ifPresent(
            next -> {
              throw Refused.because(DrawingProblem.SUCCESSOR_EXISTS, draw.number(), next.number());
            });
    UUID next =
        draw.purpose() == Purpose.TARGETS
            ? prepareTargets.run(files.openTargetOrder(draw), draw)
            : prepareInspectors.run(files.openInspectorOrder(draw), draw);
    steps.end(step, Map.of("successor", draws.get(next).ref()));
    return next;
  }
}
