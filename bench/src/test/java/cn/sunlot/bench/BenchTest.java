package cn.sunlot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.bench.RosterMaker.Room;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.matching.Assignment;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.draw.matching.Roster;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The benchmarks at a size at which times mean nothing: they run, and what they compare is so. */
class BenchTest {
  private static final Scale.Size COUNTY = new Scale.Size("county", 30, 18);

  private static String run(String bench) throws Exception {
    var out = new ByteArrayOutputStream();
    Report report = new Report(new PrintStream(out, true, StandardCharsets.UTF_8));
    Main.run(Set.of(bench), Scale.TINY, report);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(report.markdown().lines().toList());
    return report.markdown();
  }

  @Test
  void drawing_is_measured_next_to_queries_a_shuffle_and_bare_hashing() throws Exception {
    assertThat(run("draw"))
        .contains("draw from 2,000 ", "registry", "ids only", "Collections.shuffle", "bare HMACs")
        .containsPattern("peak memory +\\| +\\| +\\d+ MiB .*≤ 1536 MiB +\\| +ok");
  }

  @Test
  void freezing_is_measured_next_to_bare_hashing_and_must_be_linear() throws Exception {
    assertThat(run("freeze"))
        .contains("freeze 1,000 ", "freeze 10,000 ", "for each business")
        .contains("bare hashing");
  }

  @Test
  void the_log_is_measured_next_to_the_same_transactions_without_it() throws Exception {
    assertThat(run("log"))
        .containsPattern("40 transactions with entries +\\| without +\\| +[0-9,]+ /s .*≥ 0.7")
        .containsPattern("to its place.* \\d[0-9,]* ms .*≤ 1,000 ms");
  }

  @Test
  void classes_are_measured_next_to_an_aggregate_over_the_same_rows() throws Exception {
    assertThat(run("credit"))
        .containsPattern("2,000 targets, computed again +\\| aggregate +\\|")
        .contains("computed for the first time", "≤ 10");
  }

  @Test
  void a_city_is_prepared_drawn_merged_teamed_and_sent_out_in_two_sizes() throws Exception {
    assertThat(run("city"))
        .contains("500 targets: pool prepared", "2,000 targets: pool frozen")
        .containsPattern("2,000 targets: [3-7][0-9] drawn, visits made")
        .containsPattern("2,000 targets: [2-7][0-9] drawn, visits merged")
        .containsPattern("the whole city end to end .*≤ 600 s +\\| +ok")
        .containsPattern("with a whole team, sent out +\\| visits +\\|.*equal +\\| +ok");
  }

  @Test
  void lists_are_measured_for_every_kind_of_question_next_to_sql_alone() throws Exception {
    assertThat(run("targets"))
        .contains("everything, by pinyin", "credit code", "people of a county", "SQL alone")
        .containsPattern("a frequent word and filters.* / .* / .*p95 ≤ 150 ms");
  }

  @Test
  void imports_are_measured_next_to_copy_and_to_batches() throws Exception {
    assertThat(run("import"))
        .containsPattern("1,500 rows, all new +\\| COPY .*≤ 3")
        .containsPattern("1,500 rows, all new +\\| batches of INSERT ")
        .containsPattern("a month's 75 rows, for each row +\\| all new ");
  }

  @Test
  void matching_fills_what_can_be_filled_where_the_greedy_way_does_not() throws Exception {
    assertThat(run("match"))
        .containsPattern("tight, slots filled +\\| maximum flow +\\| +60 \\| +60 .*equal +\\| +ok")
        .containsPattern("broken of 20 that can be filled \\| greedy and skip \\| +0 \\| +[1-9]");
  }

  @Test
  void a_tight_roster_can_be_filled_and_a_short_one_cannot() {
    for (int seed = 0; seed < 20; seed++) {
      Eligibility tight = new Eligibility(RosterMaker.make(COUNTY, Room.TIGHT, false, seed));
      assertThat(Flows.most(tight)).isEqualTo(tight.slots.length);
      assertThat(Flows.cheapest(tight, new Random(seed))).isEqualTo(tight.slots.length);
      assertThat(LongStream.of(tight.capacity).sum()).isEqualTo(95);
      Eligibility shortOf = new Eligibility(RosterMaker.make(COUNTY, Room.SHORT, false, seed));
      assertThat(Flows.most(shortOf)).isLessThan(shortOf.slots.length);
    }
  }

  @Test
  void a_matching_that_breaks_a_rule_is_noticed() {
    Roster roster = RosterMaker.make(COUNTY, Room.TIGHT, false, 1);
    Eligibility who = new Eligibility(roster);
    MatchResult right = Matching.draw(roster, DrawChild.tickets(Suite.SHA256));
    ResultCheck.check(who, right);
    List<Assignment> slots = new ArrayList<>(right.slots());
    Assignment first = slots.get(0);
    String other =
        IntStream.range(0, slots.size())
            .mapToObj(i -> slots.get(i).person())
            .filter(p -> !roster.classes().getOrDefault(first.slot().role(), List.of()).contains(p))
            .findFirst()
            .orElseThrow();
    slots.set(0, new Assignment(first.slot(), other));
    MatchResult wrong = new MatchResult(slots, OptionalLong.empty(), List.of(), null);
    assertThatThrownBy(() -> ResultCheck.check(who, wrong))
        .hasMessageContaining("breaks its rules");
  }

  @Test
  void a_broken_limit_is_counted_and_a_kept_one_is_not() {
    Timed one = new Timed(List.of(30L, 10L, 20L));
    Timed two = new Timed(List.of(40L));
    Report report = new Report(new PrintStream(new ByteArrayOutputStream()));
    report.section(
        "Section",
        "What",
        List.of(
            Line.atMost(0.5, "kept", one, "peer", two),
            Line.atMost(0.4, "broken", one, "peer", two),
            Line.faster("faster", one, "peer", two),
            Line.beside("beside", two, "peer", one)));
    assertThat(report.broken()).extracting(Line::what).containsExactly("broken");
    assertThat(report.summary()).isEqualTo("3 limits, 2 kept, 1 broken");
  }

  @Test
  void a_table_is_aligned() {
    Table table = new Table(1, "what", "n").row(List.of("a", "1,000")).row(List.of("bcdef", "7"));
    assertThat(table)
        .hasToString(
            """
            | what  |     n |
            |-------|------:|
            | a     | 1,000 |
            | bcdef |     7 |
            """);
  }
}
