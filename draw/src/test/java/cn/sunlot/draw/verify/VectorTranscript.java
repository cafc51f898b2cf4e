package cn.sunlot.draw.verify;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.transcript.Result;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.Reveals.RoundValues;
import cn.sunlot.draw.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A reference vector for inspectors, whose results another program computed, as a transcript. */
public final class VectorTranscript {

  private static final Path VECTORS = Path.of("src/test/resources/vectors");

  private VectorTranscript() {}

  /** The vector of this file name. */
  public static Transcript of(String vector) throws IOException {
    Node node = Node.root(Jcs.parseLoose(Files.readAllBytes(VECTORS.resolve(vector))));
    Commitment commitment = Commitment.read(node.get("commitment"));
    List<String> chain = new ArrayList<>();
    node.get("chain_values").members().forEach((r, value) -> chain.add(value.text()));
    List<RoundValues> values = new ArrayList<>();
    List<Json> inputs = new ArrayList<>();
    List<Json> results = new ArrayList<>(List.of(numbered(0, node.get("round0"))));
    for (Node round : node.get("rounds").items()) {
      int r = inputs.size() + 1;
      values.add(new RoundValues(r, texts(round.get("public_values"))));
      inputs.add(round.get("input").value());
      results.add(numbered(r, round.get("result")));
    }
    List<Nonce> nonces = node.get("nonces").items().stream().map(Nonce::read).toList();
    return new Transcript(
        commitment,
        new Transcript.Lists.Roster(node.get("roster").value()),
        new Reveals(nonces, texts(node.get("public_values")), chain, values),
        inputs,
        new Result<>(commitment.draw(), results).json(json -> json),
        List.of());
  }

  private static List<String> texts(Node array) {
    return array.items().stream().map(Node::text).toList();
  }

  private static Json numbered(int r, Node result) {
    Map<String, Json> members = new TreeMap<>();
    members.put("r", Json.of(r));
    result.members().forEach((key, value) -> members.put(key, value.value()));
    return new Json.Obj(members);
  }
}
