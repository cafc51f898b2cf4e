package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.targets.Frame;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.drawing.DrawProgress.Phase;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.InspectorReplay;
import cn.sunlot.drawing.domain.InspectorReplay.Replayed;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.drawing.domain.TargetReplay;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.kernel.Refused;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** Computes rounds of stored draws with the library, from what is fixed and revealed. */
@Component
class DrawEngine {

  private final FrozenFiles files;
  private final DrawKeys keys;
  private final DrawSettings settings;
  private final RunningDraws progress;

  DrawEngine(FrozenFiles files, DrawKeys keys, DrawSettings settings, RunningDraws progress) {
    this.files = files;
    this.keys = keys;
    this.settings = settings;
    this.progress = progress;
  }

  /** C_r of the draw, 32 bytes. */
  byte[] open(Draw draw, int r) {
    return keys.chain(draw, settings.suite(draw.suite())).value(r);
  }

  /** The chain values opened so far, and one more. */
  static List<byte[]> chain(Ceremony ceremony, byte[]... more) {
    List<byte[]> chain = new ArrayList<>();
    ceremony.outcomes().forEach(o -> chain.add(HexFormat.of().parseHex(o.chainValue())));
    chain.addAll(List.of(more));
    return chain;
  }

  /**
   * All rounds of targets.
   *
   * @throws Refused if the stored frame is not the committed one
   */
  List<TargetRound> targets(Draw draw, Ceremony ceremony, List<byte[]> chain) {
    Suite suite = settings.suite(draw.suite());
    Commitment commitment = Commitment.parse(ceremony.getCommitted().document());
    Frame frame = files.openFrame(draw);
    frame.verifyRoot(suite);
    if (!frame.listed().equals(((Subject.Targets) commitment.subject()).frame())) {
      throw differs(draw);
    }
    progress.say(Phase.DRAWING);
    return new TargetReplay(suite, commitment, frame, ceremony.nonces(), ceremony.publicValues(0))
        .rounds(chain, inputs(ceremony), ceremony.roundValues());
  }

  /** All rounds of inspectors, and who serves where after them. */
  Replayed inspectors(Draw draw, Ceremony ceremony, List<byte[]> chain) {
    Suite suite = settings.suite(draw.suite());
    Commitment commitment = Commitment.parse(ceremony.getCommitted().document());
    Json document = files.openRoster(draw);
    String hash = Names.hex(suite.hash(Jcs.write(document)));
    if (!hash.equals(((Subject.Inspectors) commitment.subject()).rosterHash())) {
      throw differs(draw);
    }
    Roster roster = Roster.read(document);
    progress.say(Phase.DRAWING);
    return new InspectorReplay(
            suite, commitment, roster, ceremony.nonces(), ceremony.publicValues(0))
        .rounds(chain, inputs(ceremony), ceremony.roundValues());
  }

  /** What stands behind the tokens of a roster. */
  RosterBook book(Draw draw) {
    return new RosterBook(
        files.openInspectorOrder(draw), keys.units(draw, settings.suite(draw.suite())));
  }

  private static Refused differs(Draw draw) {
    return Refused.because(DrawingProblem.RECORD_DIFFERS, draw.number(), "0");
  }

  private static List<byte[]> inputs(Ceremony ceremony) {
    return ceremony.rounds().stream().map(Ceremony.Round::input).toList();
  }
}
