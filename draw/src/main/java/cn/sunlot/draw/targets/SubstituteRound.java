package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The input of a substitute round for targets (section 10), logged before its chain value is
 * opened.
 *
 * @param r 1 and more, without gaps
 * @param strata how many units are drawn in addition, per stratum, each 1 or more
 * @param dropped drawn units that turned out to be exempt or the like
 * @param sources where this round's public values will come from; may be none
 */
public record SubstituteRound(
    int r, Map<String, Integer> strata, List<Dropped> dropped, List<PublicSource> sources) {

  public SubstituteRound {
    strata = Collections.unmodifiableMap(new TreeMap<>(strata));
    strata.keySet().forEach(name -> Names.require(Names.CODE, "stratum", name));
    dropped = List.copyOf(dropped);
    sources = List.copyOf(sources);
  }

  /**
   * A unit that was drawn and is not inspected; it stays in the record.
   *
   * @param token 64 hex digits
   * @param reason code
   */
  public record Dropped(String token, String reason) {
    public Dropped {
      Names.require(Names.HEX32, "token", token);
      Names.require(Names.CODE, "reason", reason);
    }
  }

  /** The input as a document. */
  public Json json() {
    Json.Builder perStratum = Json.object();
    strata.forEach(perStratum::put);
    return Json.object()
        .put("r", r)
        .put("strata", perStratum.build())
        .put("dropped", dropped.stream().map(SubstituteRound::json).toList())
        .put("public", sources.stream().map(PublicSource::json).toList())
        .build();
  }

  /** The canonical bytes, {@code rounds/<r>.json}. */
  public byte[] write() {
    return Jcs.write(json());
  }

  private static Json json(Dropped dropped) {
    return Json.object().put("token", dropped.token).put("reason", dropped.reason).build();
  }

  /** Reads an input document. */
  public static SubstituteRound read(Node node) {
    node.only("r", "strata", "dropped", "public");
    Map<String, Integer> strata = new TreeMap<>();
    node.get("strata")
        .members()
        .forEach((name, n) -> strata.put(name, (int) n.integer(1, Integer.MAX_VALUE)));
    return new SubstituteRound(
        (int) node.get("r").integer(1, Integer.MAX_VALUE),
        strata,
        node.get("dropped").items().stream().map(SubstituteRound::dropped).toList(),
        node.get("public").items().stream().map(PublicSource::read).toList());
  }

  private static Dropped dropped(Node node) {
    node.only("token", "reason");
    return new Dropped(node.get("token").text(Names.HEX32), node.get("reason").text(Names.CODE));
  }

  /**
   * Checks this input against what stands (V11).
   *
   * @param strataOfDraw strata of the commitment
   * @param rounds what rounds 0 to r - 1 drew
   * @param inputs inputs of rounds 1 to r - 1
   * @throws Refusal if the number leaves a gap, a stratum is unknown, or a dropped unit was not
   *     drawn or dropped before
   */
  public void requireConsistent(
      Set<String> strataOfDraw, List<TargetRound> rounds, List<SubstituteRound> inputs) {
    if (r != rounds.size() || inputs.size() != r - 1) {
      throw Refusal.of("round.gap", r, rounds.size());
    }
    for (String stratum : strata.keySet()) {
      if (!strataOfDraw.contains(stratum)) {
        throw Refusal.of("round.stratum", r, stratum);
      }
    }
    Set<String> held = new HashSet<>();
    rounds.forEach(
        round -> round.strata().values().forEach(l -> l.forEach(d -> held.add(d.token()))));
    inputs.forEach(input -> input.dropped.forEach(d -> held.remove(d.token)));
    for (Dropped unit : dropped) {
      if (!held.remove(unit.token)) {
        throw Refusal.of("round.dropped", r, unit.token);
      }
    }
  }
}
