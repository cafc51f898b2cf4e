package cn.sunlot.drawing.domain;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Seed;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.Frame;
import cn.sunlot.draw.targets.SubstituteRound;
import cn.sunlot.draw.targets.TargetDraw;
import cn.sunlot.draw.targets.TargetRound;
import java.util.ArrayList;
import java.util.List;

/** Computes a draw of targets and its substitute rounds from what is fixed and revealed. */
public final class TargetReplay {

  private final Seed seed;
  private final Subject.Targets subject;
  private final TargetDraw draw;

  /**
   * A replay of one draw.
   *
   * @param nonces one per party, in the order of the commitment
   * @param values one per public source, in the order of the commitment
   */
  public TargetReplay(
      Suite suite, Commitment commitment, Frame frame, List<Nonce> nonces, List<String> values) {
    this.seed = Seed.of(suite, commitment, nonces, values);
    this.subject = (Subject.Targets) commitment.subject();
    this.draw = new TargetDraw(frame);
  }

  /**
   * All rounds whose chain value is known.
   *
   * @param chain C_0, C_1 …, 32 bytes each
   * @param inputs of rounds 1, 2 …, canonical JSON; at least as many as chain values less one
   * @param values public values of these rounds
   */
  public List<TargetRound> rounds(
      List<byte[]> chain, List<byte[]> inputs, List<List<String>> values) {
    List<TargetRound> rounds = new ArrayList<>();
    for (int r = 0; r < chain.size(); r++) {
      rounds.add(
          r == 0
              ? draw.first(seed.tickets(chain.get(0)), subject.strata())
              : next(chain.get(r), read(inputs.get(r - 1)), values.get(r - 1), rounds));
    }
    return rounds;
  }

  private TargetRound next(
      byte[] value, SubstituteRound input, List<String> values, List<TargetRound> earlier) {
    Tickets tickets = seed.tickets(value, input.r(), input.json(), input.sources(), values);
    return draw.next(tickets, input, earlier);
  }

  /** The input of a round from its canonical form. */
  public static SubstituteRound read(byte[] input) {
    return SubstituteRound.read(Node.root(Jcs.parse(input)));
  }
}
