package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.HashChain;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Nonces;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens chain values: the platform's own, or what the supervising party says, which alone knows it.
 */
@Component
class ChainValues {

  private final DrawEngine engine;
  private final DrawSettings settings;

  ChainValues(DrawEngine engine, DrawSettings settings) {
    this.engine = engine;
    this.settings = settings;
  }

  /**
   * The value of the next round, 32 bytes.
   *
   * @param said by the supervising party, 64 hex digits; null where the platform keeps the chain
   * @throws Refused if the supervising party has to say it and did not, or said a wrong one; that
   *     makes nothing void, the deadline does
   */
  byte[] open(Step step, @Nullable String said) {
    demandPublicValues(step);
    int r = step.ceremony().nextRound();
    Optional<Participant> supervisor = step.ceremony().supervisor();
    if (supervisor.isEmpty()) {
      return engine.open(step.draw(), r);
    }
    String name = supervisor.get().name();
    if (said == null) {
      throw Refused.because(DrawingProblem.CHAIN_VALUE_NEEDED, name, String.valueOf(r));
    }
    String head = Objects.requireNonNull(supervisor.get().chainHead());
    if (!Nonces.isHex(said)
        || !HashChain.holds(
            settings.suite(step.draw().suite()), head, r, HexFormat.of().parseHex(said))) {
      throw Refused.because(DrawingProblem.CHAIN_VALUE_WRONG, name, String.valueOf(r));
    }
    return HexFormat.of().parseHex(said);
  }

  private static void demandPublicValues(Step step) {
    int open = step.ceremony().openSources(step.ceremony().nextRound()).size();
    if (open > 0) {
      throw Refused.because(DrawingProblem.PUBLIC_VALUE_MISSING, String.valueOf(open));
    }
  }
}
