package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one round drew (sections 8, 10, 11).
 *
 * @param r 0 for the draw, 1 and more for substitute rounds
 * @param strata the drawn units of each stratum, in drawing order
 */
public record TargetRound(int r, Map<String, List<Drawn>> strata) {

  public TargetRound {
    strata = Collections.unmodifiableMap(new TreeMap<>(strata));
  }

  /** The drawn units of a stratum, in drawing order; none if this round did not draw from it. */
  public List<Drawn> in(String stratum) {
    return strata.getOrDefault(stratum, List.of());
  }

  /** The member of {@code result.json}. */
  public Json json() {
    return Json.object().put("r", r).put("strata", strataJson()).build();
  }

  /** The drawn units of each stratum. */
  public Json strataJson() {
    Json.Builder out = Json.object();
    strata.forEach((name, drawn) -> out.put(name, drawn.stream().map(Drawn::json).toList()));
    return out.build();
  }

  /** Reads a member of {@code result.json}. */
  public static TargetRound read(Node node) {
    node.only("r", "strata");
    return new TargetRound(
        (int) node.get("r").integer(0, Integer.MAX_VALUE), readStrata(node.get("strata")));
  }

  /** Reads the drawn units of each stratum. */
  public static Map<String, List<Drawn>> readStrata(Node strata) {
    Map<String, List<Drawn>> drawn = new TreeMap<>();
    strata
        .members()
        .forEach(
            (name, units) ->
                drawn.put(
                    Names.require(Names.CODE, "stratum", name),
                    units.items().stream().map(Drawn::read).toList()));
    return drawn;
  }
}
