package cn.sunlot.draw.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.matching.InspectorRound.Departure;
import cn.sunlot.draw.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Section 10: who holds what, who is recused, what is left, and which inputs fit. */
class StandingTest {
  private static final Slot A1 = new Slot("v1", "a");
  private static final Slot B1 = new Slot("v1", "b");
  private static final Slot A2 = new Slot("v2", "a");
  private static final Roster ROSTER =
      new Roster(
          List.of("v1", "v2"),
          Map.of("p1", 2L, "p2", 1L, "p3", 1L),
          Map.of("all", List.of("p1", "p2", "p3", "p9")),
          Map.of(A1, "all", B1, "all", A2, "all"),
          List.of(new Recusal("v2", "p3")),
          List.of(new Absence("p9", "leave")),
          false);

  private static Standing drawn() {
    MatchResult result =
        new MatchResult(
            List.of(new Assignment(A1, "p1"), new Assignment(A2, "p1")),
            OptionalLong.empty(),
            List.of(B1),
            new MatchResult.Reason(List.of(), List.of()));
    return Standing.before(ROSTER).with(result);
  }

  private static InspectorRound input(int r, List<Slot> open, Departure... left) {
    return new InspectorRound(r, open, List.of(left), List.of(), List.of(), List.of());
  }

  private static void refused(InspectorRound input, String... named) {
    assertThatThrownBy(() -> drawn().after(input))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll(named);
  }

  @Test
  void after_the_draw_capacities_are_less_what_is_held() {
    Standing now = drawn();
    assertThat(now.capacitiesLeft()).isEqualTo(Map.of("p1", 0L, "p2", 1L, "p3", 1L));
    assertThat(now.vacant()).containsExactly(B1);
    assertThat(now.round()).isZero();
    assertThat(now.roster()).isSameAs(ROSTER);
    assertThat(now.isAbsent("p9")).isTrue();
    assertThat(now.isAbsent("p1")).isFalse();
  }

  @Test
  void who_left_is_recused_from_the_group_and_the_capacity_is_free_again() {
    Standing after = drawn().after(input(1, List.of(A1), new Departure(A1, "p1", "kin")));
    assertThat(after.recusedFrom("v1")).containsExactly("p1");
    assertThat(after.recusedFrom("v2")).containsExactly("p3");
    assertThat(after.capacitiesLeft()).containsEntry("p1", 1L);
    assertThat(after.holders()).containsExactly(Map.entry(A2, "p1"));
    assertThat(after.round()).isEqualTo(1);
    assertThat(drawn().recusedFrom("v1")).isEmpty();
  }

  @Test
  void a_slot_left_but_not_opened_stays_vacant_and_may_be_opened_later() {
    Standing after = drawn().after(input(1, List.of(), new Departure(A1, "p1", "kin")));
    assertThat(after.vacant()).containsExactlyInAnyOrder(A1, B1);
    assertThat(after.after(input(2, List.of(A1))).round()).isEqualTo(2);
  }

  @Test
  void the_absent_keep_what_they_hold_but_are_not_drawn_again() {
    InspectorRound input =
        new InspectorRound(
            1,
            List.of(B1),
            List.of(),
            List.of(),
            List.of(new Absence("p2", "ill"), new Absence("p1", "ill")),
            List.of());
    Standing after = drawn().after(input);
    assertThat(after.holders()).containsEntry(A1, "p1").containsEntry(A2, "p1");
    MatchResult result = Matching.round(after, input.open(), Rosters.tickets(1));
    assertThat(result.slots()).containsExactly(new Assignment(B1, "p3"));
  }

  @Test
  void who_holds_a_slot_of_the_group_is_not_eligible_for_its_others() {
    InspectorRound input =
        new InspectorRound(
            1,
            List.of(B1),
            List.of(new Departure(A2, "p1", "ill")),
            List.of(new Recusal("v1", "p2")),
            List.of(),
            List.of());
    Standing after = drawn().after(input);
    MatchResult result = Matching.round(after, input.open(), Rosters.tickets(1));
    assertThat(result.slots()).containsExactly(new Assignment(B1, "p3"));
  }

  @Test
  void inputs_that_do_not_fit_are_refused_by_name() {
    refused(input(2, List.of()), "2", "must be 1");
    refused(input(1, List.of(A1)), "v1/a", "p1");
    refused(input(1, List.of(new Slot("v3", "a"))), "$.open", "v3/a");
    refused(input(1, List.of(), new Departure(A1, "p2", "ill")), "p2", "holder is p1");
    refused(input(1, List.of(), new Departure(B1, "p2", "ill")), "v1/b", "holder is –");
    refused(input(1, List.of(), new Departure(new Slot("v3", "a"), "p2", "ill")), "$.left", "v3/a");
    refused(round(List.of(new Recusal("v3", "p1")), List.of()), "v3");
    refused(round(List.of(new Recusal("v1", "p7")), List.of()), "p7");
    refused(round(List.of(), List.of(new Absence("p7", "ill"))), "$.absent", "p7");
  }

  private static InspectorRound round(List<Recusal> recused, List<Absence> absent) {
    return new InspectorRound(1, List.of(), List.of(), recused, absent, List.of());
  }

  @Test
  void the_absent_of_the_roster_are_known_to_later_inputs() {
    Standing after = drawn().after(round(List.of(new Recusal("v1", "p9")), List.of()));
    assertThat(after.recusedFrom("v1")).containsExactly("p9");
  }

  @Test
  void slots_with_one_eligible_person_are_named() {
    assertThat(Standing.before(ROSTER).withoutChoice(List.of(A1, B1, A2))).isEmpty();
    InspectorRound input =
        new InspectorRound(
            1, List.of(B1), List.of(), List.of(new Recusal("v1", "p2")), List.of(), List.of());
    assertThat(drawn().after(input).withoutChoice(List.of(B1))).containsExactly(B1);
    InspectorRound noneLeft =
        new InspectorRound(
            1,
            List.of(B1),
            List.of(),
            List.of(new Recusal("v1", "p2")),
            List.of(new Absence("p3", "ill")),
            List.of());
    assertThat(drawn().after(noneLeft).withoutChoice(List.of(B1))).isEmpty();
  }

  @Test
  void what_is_listed_twice_is_refused() {
    Departure left = new Departure(A1, "p1", "ill");
    assertThatThrownBy(() -> input(1, List.of(A1, A1))).hasMessageContaining("$.open");
    assertThatThrownBy(() -> input(1, List.of(), left, left)).hasMessageContaining("$.left");
    Recusal recusal = new Recusal("v1", "p1");
    assertThatThrownBy(() -> round(List.of(recusal, recusal), List.of()))
        .hasMessageContaining("$.recused");
    Absence ill = new Absence("p1", "ill");
    assertThatThrownBy(() -> round(List.of(), List.of(ill, new Absence("p1", "leave"))))
        .hasMessageContaining("$.absent");
  }

  @Test
  void a_result_cannot_fill_a_slot_that_is_held_or_unknown() {
    for (Slot slot : List.of(A1, new Slot("v3", "a"))) {
      MatchResult again =
          new MatchResult(
              List.of(new Assignment(slot, "p2")), OptionalLong.empty(), List.of(), null);
      assertThatThrownBy(() -> drawn().with(again))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(slot.label());
    }
  }

  @Test
  void an_input_is_written_as_it_was_read_and_nothing_else_is_read() {
    String text =
        "{'absent':[{'person':'p1','reason':'ill'}],'left':[{'group':'v1','person':'p1','reason':'ill','role':'a'}],"
            + "'open':[{'group':'v1','role':'a'}],'public':[{'id':'39 digits 现场','kind':'dice'}],'r':1,"
            + "'recused':[{'group':'v1','person':'p2'}]}";
    String json = text.replace('\'', '"');
    assertThat(Jcs.text(read(json).json())).isEqualTo(json);
    for (String wrong :
        List.of(
            json.replace("\"r\":1", "\"r\":0"),
            json.replace("\"r\":1", "\"r\":1,\"x\":1"),
            json.replace("\"kind\":\"dice\"", "\"kind\":\"two dice\""),
            json.replace("39 digits", "39\\tdigits"),
            json.replace("\"id\":", "\"di\":"),
            json.replace("\"reason\":\"ill\",\"role\"", "\"reason\":\"ill\",\"x\":1,\"role\""),
            json.replace("[{\"group\":\"v1\",\"role\"", "[{\"group\":\"v1\",\"x\":1,\"role\""),
            json.replace("\"public\"", "\"sources\""))) {
      assertThat(wrong).isNotEqualTo(json);
      assertThatThrownBy(() -> read(wrong)).isInstanceOf(Refusal.class);
    }
  }

  private static InspectorRound read(String json) {
    return InspectorRound.read(Jcs.parseLoose(json.getBytes(StandardCharsets.UTF_8)));
  }
}
