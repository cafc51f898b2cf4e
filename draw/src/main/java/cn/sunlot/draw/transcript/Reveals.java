package cn.sunlot.draw.transcript;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import java.util.List;

/**
 * {@code reveals.json} (section 11): what was secret or did not exist when the draw was committed.
 *
 * @param nonces one per party, in the order of the commitment document
 * @param values one per public source of the commitment document
 * @param chain C_0, C_1 …, 64 hex digits each
 * @param rounds public values of the substitute rounds
 */
public record Reveals(
    List<Nonce> nonces, List<String> values, List<String> chain, List<RoundValues> rounds) {

  public Reveals {
    nonces = List.copyOf(nonces);
    values = List.copyOf(values);
    chain = List.copyOf(chain);
    rounds = List.copyOf(rounds);
  }

  /**
   * Public values of a substitute round.
   *
   * @param r 1 or more
   * @param values one per source that the round's input declares
   */
  public record RoundValues(int r, List<String> values) {
    public RoundValues {
      values = List.copyOf(values);
    }
  }

  /** The document. */
  public Json json() {
    return Json.object()
        .put("nonces", nonces.stream().map(Nonce::json).toList())
        .put("public", Json.texts(values))
        .put("chain", Json.texts(chain))
        .put("rounds", rounds.stream().map(Reveals::json).toList())
        .build();
  }

  private static Json json(RoundValues round) {
    return Json.object().put("r", round.r).put("public", Json.texts(round.values)).build();
  }

  /** Reads the document. */
  public static Reveals read(Node node) {
    node.only("nonces", "public", "chain", "rounds");
    return new Reveals(
        node.get("nonces").items().stream().map(Nonce::read).toList(),
        texts(node.get("public")),
        node.get("chain").items().stream().map(c -> c.text(Names.HEX32)).toList(),
        node.get("rounds").items().stream().map(Reveals::round).toList());
  }

  private static RoundValues round(Node node) {
    node.only("r", "public");
    int r = (int) node.get("r").integer(1, Integer.MAX_VALUE);
    return new RoundValues(r, texts(node.get("public")));
  }

  private static List<String> texts(Node array) {
    return array.items().stream().map(Node::text).toList();
  }
}
