package cn.sunlot.drawing.domain;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Seed;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.matching.InspectorRound;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.matching.Standing;
import java.util.ArrayList;
import java.util.List;

/** Computes a draw of inspectors and its substitute rounds from what is fixed and revealed. */
public final class InspectorReplay {

  private final Seed seed;
  private final Roster roster;

  /** A replay of one draw; arguments as in {@link TargetReplay}. */
  public InspectorReplay(
      Suite suite, Commitment commitment, Roster roster, List<Nonce> nonces, List<String> values) {
    this.seed = Seed.of(suite, commitment, nonces, values);
    this.roster = roster;
  }

  /**
   * What the rounds gave.
   *
   * @param standing who serves where after the last of them
   */
  public record Replayed(List<MatchResult> rounds, Standing standing) {
    public Replayed {
      rounds = List.copyOf(rounds);
    }
  }

  /** All rounds whose chain value is known; arguments as in {@link TargetReplay#rounds}. */
  public Replayed rounds(List<byte[]> chain, List<byte[]> inputs, List<List<String>> values) {
    List<MatchResult> rounds = new ArrayList<>();
    Standing standing = Standing.before(roster);
    for (int r = 0; r < chain.size(); r++) {
      MatchResult result;
      if (r == 0) {
        result = Matching.draw(roster, seed.tickets(chain.get(0)));
      } else {
        InspectorRound input = read(inputs.get(r - 1));
        standing = standing.after(input);
        Tickets tickets =
            seed.tickets(chain.get(r), r, input.json(), input.sources(), values.get(r - 1));
        result = Matching.round(standing, input.open(), tickets);
      }
      standing = standing.with(result);
      rounds.add(result);
    }
    return new Replayed(rounds, standing);
  }

  /** The input of a round from its canonical form. */
  public static InspectorRound read(byte[] input) {
    return InspectorRound.read(Jcs.parse(input));
  }
}
