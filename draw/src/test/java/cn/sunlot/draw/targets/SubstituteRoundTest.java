package cn.sunlot.draw.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.SubstituteRound.Dropped;
import cn.sunlot.draw.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The input of a substitute round for targets (section 10). */
class SubstituteRoundTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final TargetRound DRAW =
      new TargetRound(0, Map.of("low", List.of(new Drawn(A, "1".repeat(64)))));
  private static final TargetRound FIRST =
      new TargetRound(1, Map.of("low", List.of(new Drawn(B, "2".repeat(64)))));

  private static SubstituteRound dropping(int r, String... tokens) {
    List<Dropped> dropped =
        List.of(tokens).stream().map(token -> new Dropped(token, "exempt")).toList();
    return new SubstituteRound(r, Map.of("low", 1), dropped, List.of());
  }

  private static void assertRefused(String text, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(text);
  }

  @Test
  void what_was_drawn_in_any_earlier_round_can_be_dropped_once() {
    Set<String> strata = Set.of("low");
    SubstituteRound first = dropping(1, A);
    first.requireConsistent(strata, List.of(DRAW), List.of());
    dropping(2, B).requireConsistent(strata, List.of(DRAW, FIRST), List.of(first));
    assertRefused(
        "round 2 drops " + A,
        () -> dropping(2, A).requireConsistent(strata, List.of(DRAW, FIRST), List.of(first)));
    assertRefused(
        "round 1 drops " + A,
        () -> dropping(1, A, A).requireConsistent(strata, List.of(DRAW), List.of()));
    assertRefused(
        "round 1 drops " + B,
        () -> dropping(1, B).requireConsistent(strata, List.of(DRAW), List.of()));
  }

  @Test
  void rounds_follow_without_gaps_and_draw_from_strata_of_the_draw() {
    Set<String> strata = Set.of("low");
    assertRefused("round 2", () -> dropping(2).requireConsistent(strata, List.of(DRAW), List.of()));
    assertRefused(
        "round 2", () -> dropping(2).requireConsistent(strata, List.of(DRAW, FIRST), List.of()));
    assertRefused(
        "\"low\"", () -> dropping(1).requireConsistent(Set.of("high"), List.of(DRAW), List.of()));
  }

  @Test
  void names_must_fit() {
    assertRefused(
        "stratum \"low risk\"",
        () -> new SubstituteRound(1, Map.of("low risk", 1), List.of(), List.of()));
    assertRefused("token \"xyz\"", () -> new Dropped("xyz", "exempt"));
    assertRefused("reason \"\"", () -> new Dropped(A, ""));
  }

  @Test
  void the_document_is_written_canonically_and_read_again() {
    SubstituteRound round =
        new SubstituteRound(
            3,
            Map.of("low", 2, "high", 1),
            List.of(new Dropped(A, "exempt")),
            List.of(new PublicSource("dice", "in the room")));
    byte[] written = round.write();
    assertThat(written)
        .asString()
        .isEqualTo(
            "{\"dropped\":[{\"reason\":\"exempt\",\"token\":\"%s\"}],\"public\":[{\"id\":\"in the room\",\"kind\":\"dice\"}],\"r\":3,\"strata\":{\"high\":1,\"low\":2}}"
                .formatted(A));
    assertThat(SubstituteRound.read(Node.root(Jcs.parse(written)))).isEqualTo(round);
  }
}
