package cn.sunlot.draw.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published matching vectors, byte for byte. */
class MatchingVectorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"m01-loose", "m02-three-roles", "m03-tight", "m04-infeasible", "m05-unbalanced"})
  void reproduces_the_vector(String name) throws IOException {
    Node vector = Node.root(read(name));
    Roster roster = Roster.read(vector.get("roster").value());
    assertThat(roster.json()).isEqualTo(vector.get("roster").value());
    Suite suite =
        vector.get("suite").text().equals("sm3") ? Suite.sm3(SM3.Digest::new) : Suite.SHA256;
    MatchResult drawn = Matching.draw(roster, tickets(suite, vector.get("prk0")));
    assertThat(drawn.json(0)).isEqualTo(withNumber(vector.get("round0"), 0));
    Standing now = Standing.before(roster).with(drawn);
    for (Node round : vector.get("rounds").items()) {
      InspectorRound input = InspectorRound.read(round.get("input").value());
      assertThat(input.json()).isEqualTo(round.get("input").value());
      Standing after = now.after(input);
      MatchResult result = Matching.round(after, input.open(), tickets(suite, round.get("prk")));
      assertThat(result.json(input.r())).isEqualTo(withNumber(round.get("result"), input.r()));
      now = after.with(result);
    }
    assertThat(now.round()).isEqualTo(2);
  }

  private static Tickets tickets(Suite suite, Node prk) {
    return suite.tickets(HexFormat.of().parseHex(prk.text()));
  }

  /** The vectors leave out the number of the round, which result.json holds. */
  private static Json withNumber(Node result, int r) {
    Json.Builder object = Json.object().put("r", r);
    result.members().forEach((key, node) -> object.put(key, node.value()));
    return object.build();
  }

  private static Json read(String name) throws IOException {
    try (InputStream in =
        MatchingVectorsTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
      return Jcs.parseLoose(Objects.requireNonNull(in).readAllBytes());
    }
  }
}
