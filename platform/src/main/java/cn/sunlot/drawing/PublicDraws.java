package cn.sunlot.drawing;

import cn.sunlot.screen.DrawScreen;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of drawing for publication: what the public may see of a draw, and nothing else. */
public interface PublicDraws {

  /**
   * A draw that was made, or given up.
   *
   * @param excluded how many units each reason left out
   * @param drawn targets or places drawn, all rounds together
   * @param witnesses kind of each witness, without names
   * @param sources kinds of the declared public sources
   * @param suite name of the suite
   */
  record Shown(
      Draws.Draw draw,
      List<Stratum> strata,
      Map<String, Integer> excluded,
      int drawn,
      List<String> witnesses,
      List<String> sources,
      String suite,
      Draws.ProfileVersion profile,
      @Nullable Instant committedAt,
      @Nullable Void voided) {}

  /**
   * A stratum with its quota.
   *
   * @param weighted whether its units have different weights, so that no one chance can be told
   */
  record Stratum(
      String name,
      int size,
      @Nullable Integer rateBp,
      @Nullable Integer count,
      int quota,
      boolean weighted) {}

  /** That a draw was given up; the reason is empty where it failed by the book. */
  record Void(String cause, String reason, Instant at) {}

  /** The draw, if it is drawn, closed or void. */
  Optional<Shown> find(UUID drawId);

  /** Draws of an authority that are drawn, closed or void. */
  List<UUID> list(UUID authorityId);

  /**
   * Writes the transcript as a zip (draw.md section 11). Without the log while a step of the draw
   * waits for its checkpoint.
   *
   * @return false, and nothing is written, where nothing was drawn
   */
  boolean writeTranscript(UUID drawId, OutputStream to) throws IOException;

  /** Whether every step of the draw is in a signed checkpoint of the public log. */
  boolean isLogged(UUID drawId);

  /** The draw as everybody may watch it, from its preparation on; it names nobody. */
  DrawScreen getScreen(UUID drawId);

  /** All draws of an authority. */
  List<UUID> listAll(UUID authorityId);
}
