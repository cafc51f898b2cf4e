package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Subject.Stratum;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.text.Refusal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drawing targets (section 8): in each stratum the units with the smallest keys, in the order of
 * their keys.
 *
 * <p>A pure function of frame, tickets and quotas. For the same tickets, taking units out of the
 * frame moves no other unit. Works in parallel on the common pool.
 */
public final class TargetDraw {

  private final Frame frame;

  /** Draws from this frame. */
  public TargetDraw(Frame frame) {
    this.frame = frame;
  }

  /**
   * Round 0.
   *
   * @param tickets of round 0
   * @param strata quotas of the commitment document
   * @throws Refusal if a stratum is not in the frame with this size
   */
  public TargetRound first(Tickets tickets, Map<String, Stratum> strata) {
    Map<String, Integer> wanted = new TreeMap<>();
    Map<String, Integer> sizes = frame.sizes();
    strata.forEach(
        (name, stratum) -> {
          if (sizes.getOrDefault(name, 0) != stratum.size()) {
            throw Refusal.of("draw.stratum", name, stratum.size(), sizes.getOrDefault(name, 0));
          }
          if (stratum.size() > 0) {
            wanted.put(name, stratum.quota());
          }
        });
    Map<String, List<Drawn>> drawn = new TreeMap<>(select(tickets, wanted, new BitSet()));
    // Nobody is drawn of a stratum that has nobody.
    strata.keySet().forEach(name -> drawn.putIfAbsent(name, List.of()));
    return new TargetRound(0, drawn);
  }

  /**
   * A substitute round (section 10): the units that no earlier round drew are ranked anew.
   *
   * @param tickets of this round
   * @param input of this round
   * @param earlier what rounds 0 to r - 1 drew
   * @throws Refusal if the round's number leaves a gap, or names a stratum that the frame does not
   *     have
   */
  public TargetRound next(Tickets tickets, SubstituteRound input, List<TargetRound> earlier) {
    if (input.r() != earlier.size()) {
      throw Refusal.of("round.gap", input.r(), earlier.size());
    }
    return new TargetRound(input.r(), select(tickets, input.strata(), drawnIn(earlier)));
  }

  /**
   * The whole order of a stratum, which is the order of its batches where only batches are drawn.
   */
  public List<Drawn> order(Tickets tickets, String stratum) {
    Map<String, List<Drawn>> all =
        select(tickets, Map.of(stratum, Integer.MAX_VALUE), new BitSet());
    return all.getOrDefault(stratum, List.of());
  }

  private Map<String, List<Drawn>> select(
      Tickets tickets, Map<String, Integer> wanted, BitSet without) {
    int[] numbers = new int[frame.strata().size()];
    wanted.forEach((name, number) -> numbers[indexOf(name)] = number);
    List<List<Drawn>> drawn = new Selection(frame.table(), tickets, without).draw(numbers);
    Map<String, List<Drawn>> byName = new TreeMap<>();
    wanted.keySet().forEach(name -> byName.put(name, drawn.get(indexOf(name))));
    return byName;
  }

  private int indexOf(String stratum) {
    int index = frame.strata().indexOf(stratum);
    if (index < 0) {
      throw Refusal.of("draw.unknown", stratum, String.join(", ", frame.strata()));
    }
    return index;
  }

  private BitSet drawnIn(List<TargetRound> rounds) {
    BitSet drawn = new BitSet(frame.size());
    for (TargetRound round : rounds) {
      for (List<Drawn> units : round.strata().values()) {
        for (Drawn unit : units) {
          int index = frame.table().find(Names.bytes32("token", unit.token()));
          if (index < 0) {
            throw Refusal.of("draw.not-in-frame", unit.token(), round.r());
          }
          drawn.set(index);
        }
      }
    }
    return drawn;
  }
}
