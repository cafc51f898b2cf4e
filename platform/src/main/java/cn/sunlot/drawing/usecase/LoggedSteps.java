package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.PublicLog;
import cn.sunlot.audit.PublicLog.Evidence;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawlog.DrawLog;
import cn.sunlot.drawlog.LoggedStep;
import cn.sunlot.drawlog.StepType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the public log has of a draw, as files of its transcript. */
@Component
class LoggedSteps {

  private static final Set<String> TYPES =
      Arrays.stream(StepType.values()).map(StepType::type).collect(Collectors.toSet());

  private final PublicLog log;

  LoggedSteps(PublicLog log) {
    this.log = log;
  }

  /** Whether every step of the draw is in a signed checkpoint. */
  boolean complete(Draw draw) {
    return log.covers(draw.ref());
  }

  /** The files; none while a step waits for its checkpoint, for half a log proves nothing. */
  SortedMap<String, String> files(Draw draw) {
    if (!complete(draw)) {
      return new TreeMap<>();
    }
    List<Evidence> drawn = drawn(log.evidence(draw.ref(), TYPES));
    return new DrawLog(log.keys(), drawn.stream().map(LoggedSteps::step).toList())
        .files(log.tree());
  }

  /**
   * Without what has been entered for a round that is not drawn yet; all of it where the draw is
   * void, so that the round will not be drawn.
   */
  private static List<Evidence> drawn(List<Evidence> steps) {
    int end = -1;
    for (int i = 0; i < steps.size(); i++) {
      String type = steps.get(i).type();
      boolean last = type.equals(StepType.DRAWN.type()) || type.equals(StepType.VOID.type());
      end = last ? i : end;
    }
    return steps.subList(0, end + 1);
  }

  private static LoggedStep step(Evidence evidence) {
    return new LoggedStep(
        new String(evidence.entry(), StandardCharsets.UTF_8),
        new String(evidence.payload(), StandardCharsets.UTF_8),
        HexFormat.of().formatHex(evidence.salt()),
        evidence.proof());
  }
}
