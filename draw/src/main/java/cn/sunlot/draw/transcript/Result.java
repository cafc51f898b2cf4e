package cn.sunlot.draw.transcript;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import java.util.List;
import java.util.function.Function;

/**
 * {@code result.json} (section 11): what every round gave.
 *
 * @param draw drawId
 * @param rounds round 0 and the substitute rounds; {@code TargetRound} or JSON of a matching
 */
public record Result<T>(String draw, List<T> rounds) {

  public Result {
    Names.require(Names.CODE, "draw", draw);
    rounds = List.copyOf(rounds);
  }

  /** The document, each round turned to JSON by {@code json}. */
  public Json json(Function<T, Json> json) {
    return Json.object()
        .put("draw", draw)
        .put("rounds", rounds.stream().map(json).toList())
        .build();
  }

  /** Reads the document, each round by {@code round}. */
  public static <T> Result<T> read(Node node, Function<Node, T> round) {
    node.only("draw", "rounds");
    return new Result<>(
        node.get("draw").text(Names.CODE), node.get("rounds").items().stream().map(round).toList());
  }
}
