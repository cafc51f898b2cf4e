package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.Reveals.RoundValues;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.transcript.Transcript.Lists;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Outcome;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.store.ResultStore.TargetRow;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Puts transcripts together. Not transactional by itself, so that a check can go on where a file
 * does not open.
 */
@Component
class TranscriptMaker {

  private final ResultStore results;
  private final FrozenFiles files;
  private final DrawKeys keys;
  private final DrawSettings settings;
  private final LoggedSteps log;

  TranscriptMaker(
      ResultStore results,
      FrozenFiles files,
      DrawKeys keys,
      DrawSettings settings,
      LoggedSteps log) {
    this.results = results;
    this.files = files;
    this.keys = keys;
    this.settings = settings;
    this.log = log;
  }

  /** The transcript of a draw that was drawn. */
  Transcript make(Draw draw, Ceremony ceremony) {
    Suite suite = settings.suite(draw.suite());
    List<Ceremony.Round> drawn = ceremony.rounds().subList(0, ceremony.outcomes().size() - 1);
    return new Transcript(
            Commitment.parse(ceremony.getCommitted().document()),
            lists(draw, suite),
            reveals(ceremony, drawn),
            drawn.stream().map(r -> Jcs.parse(r.input())).toList(),
            result(draw, ceremony),
            openings(draw, suite))
        .logged(log.files(draw));
  }

  private Lists lists(Draw draw, Suite suite) {
    return draw.purpose() == Purpose.TARGETS
        ? new Lists.Targets(files.openFrame(draw), files.openExclusions(draw, suite))
        : new Lists.Roster(files.openRoster(draw));
  }

  private static Reveals reveals(Ceremony ceremony, List<Ceremony.Round> rounds) {
    return new Reveals(
        ceremony.nonces(),
        ceremony.publicValues(0),
        ceremony.outcomes().stream().map(Outcome::chainValue).toList(),
        rounds.stream().map(r -> new RoundValues(r.r(), ceremony.publicValues(r.r()))).toList());
  }

  private static Json result(Draw draw, Ceremony ceremony) {
    return Json.object()
        .put("draw", draw.ref())
        .put("rounds", ceremony.outcomes().stream().map(o -> Jcs.parse(o.document())).toList())
        .build();
  }

  /** Only units whose visits are over: nothing may warn the others (section 11). */
  private List<Opening> openings(Draw draw, Suite suite) {
    Set<UUID> released = results.listReleased(draw.id());
    if (released.isEmpty()) {
      return List.of();
    }
    Units units = keys.units(draw, suite);
    return results.listTargets(draw.id()).stream()
        .filter(row -> released.contains(row.targetId()))
        .map(TargetRow::unitId)
        .map(units::open)
        .sorted(Comparator.comparing(Opening::token))
        .toList();
  }
}
