package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.kernel.Refused;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws as they are published, for anybody to repeat (draw.md section 11). */
@Component
@Transactional(readOnly = true)
public class Transcripts {

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final TranscriptMaker maker;
  private final LoggedSteps log;

  Transcripts(DrawStore draws, CeremonyStore ceremonies, TranscriptMaker maker, LoggedSteps log) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.maker = maker;
    this.log = log;
  }

  /** A transcript and the name of its draw. */
  public record Named(String ref, Transcript transcript) {}

  /** Whether every step of the draw is in the public log. */
  public boolean isLogged(UUID id) {
    return log.complete(draws.get(id));
  }

  /**
   * The transcript of a draw.
   *
   * @throws Refused if nothing was drawn yet
   */
  public Named get(UUID id) {
    Draw draw = draws.get(id);
    Ceremony ceremony = ceremonies.get(id);
    if (ceremony.outcomes().isEmpty()) {
      throw Refused.because(DrawingProblem.TRANSCRIPT_TOO_EARLY, draw.number());
    }
    return new Named(draw.ref(), maker.make(draw, ceremony));
  }
}
