package cn.sunlot.draw.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The fast solver gives what section 9 defines, compared with a plain maximum flow per question.
 */
class MatchingReferenceTest {

  @Test
  void agrees_with_the_definition_on_2500_random_rosters_and_their_rounds() {
    compare(0, 2500);
  }

  @Test
  @Tag("deep")
  void agrees_with_the_definition_on_40000_more() {
    compare(10_000, 40_000);
  }

  private static void compare(int first, int count) {
    int infeasible = 0;
    int rounds = 0;
    for (int seed = first; seed < first + count; seed++) {
      Random random = new Random(seed);
      Roster roster = Rosters.random(random);
      List<MatchResult> results = new ArrayList<>();
      List<InspectorRound> inputs = new ArrayList<>();
      Tickets tickets = Rosters.tickets(seed);
      MatchResult result = Matching.draw(roster, tickets);
      Standing now = Standing.before(roster).with(result);
      infeasible += check(new Reference(roster, results, inputs, tickets), result, seed);
      for (int r = 1; r <= seed % 3; r++) {
        results.add(result);
        InspectorRound input = Rosters.round(now, random);
        inputs.add(input);
        Standing after = now.after(input);
        Tickets fresh = Rosters.tickets(seed * 1000L + r);
        result = Matching.round(after, input.open(), fresh);
        infeasible += check(new Reference(roster, results, inputs, fresh), result, seed);
        now = after.with(result);
        rounds++;
      }
    }
    assertThat(infeasible).as("the sample has infeasible cases").isBetween(count / 5, count * 2);
    assertThat(rounds).isGreaterThan(count / 2);
  }

  private static int check(Reference reference, MatchResult result, int seed) {
    assertThat(result).as("seed %d", seed).isEqualTo(reference.result());
    if (result.reason() == null) {
      return 0;
    }
    assertThat(reference.shortage(result.reason()))
        .as("Hall's sum of seed %d", seed)
        .isEqualTo(result.unfilled().size());
    return 1;
  }
}
