package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the frame key of a draw to an auditor, who can then check every line of the frozen list
 * against the registry (draw.md section 3). The act and its reason are on record; otherwise the key
 * stays sealed.
 */
@Component
@Transactional
public class ReleaseFrameKey {

  private static final Set<DrawState> OVER =
      EnumSet.of(DrawState.DRAWN, DrawState.CLOSED, DrawState.VOID);

  /**
   * What an auditor needs to compute the tokens of all units.
   *
   * @param frameKey 64 hex digits
   */
  public record Released(String drawId, String suite, String frameKey) {}

  private final DrawStore draws;
  private final DrawKeys keys;
  private final AuditLog audit;

  ReleaseFrameKey(DrawStore draws, DrawKeys keys, AuditLog audit) {
    this.draws = draws;
    this.keys = keys;
    this.audit = audit;
  }

  /**
   * Opens the key.
   *
   * @throws Refused without a reason, or while the draw is under way
   */
  public Released run(UUID id, String reason) {
    Draw draw = draws.get(id);
    if (reason.isBlank()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of("reason", reason, "drawing.key.reason")));
    }
    if (!OVER.contains(draw.state())) {
      throw Refused.because(DrawingProblem.TRANSCRIPT_TOO_EARLY, draw.number());
    }
    audit.record("draw-frame-key-released", draw.ref(), Map.of("reason", reason.strip()));
    return new Released(
        draw.ref(), draw.suite(), HexFormat.of().formatHex(keys.openFrameKey(draw)));
  }
}
