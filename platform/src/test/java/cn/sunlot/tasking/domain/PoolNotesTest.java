package cn.sunlot.tasking.domain;

import static cn.sunlot.tasking.domain.StrataTest.facts;
import static cn.sunlot.tasking.domain.StrataTest.of;
import static cn.sunlot.tasking.domain.StrataTest.terms;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.tasking.domain.PoolFacts.Group;
import cn.sunlot.tasking.domain.PoolNote.Kind;
import cn.sunlot.tasking.domain.PoolNote.Weight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolNotesTest {

  private static final Profile TAIZHOU = TestProfiles.get("taizhou");
  private static final Profile PINGDINGSHAN = TestProfiles.get("pingdingshan");

  private static ItemVersion item(Category category, @Nullable Integer capBp) {
    return new ItemVersion(
        Ids.next(),
        Ids.next(),
        1,
        Ids.next(),
        Ids.next(),
        "SP-01",
        "食品经营检查",
        category,
        capBp,
        null,
        "enterprise",
        "",
        List.of(),
        List.of(),
        "",
        List.of(),
        null,
        LocalDate.of(2026, 1, 1));
  }

  private static List<PoolNote> notes(
      Profile profile, DrawTerms terms, List<ItemVersion> items, Group... groups) {
    return PoolNotes.of(facts(groups), terms, profile, items);
  }

  private static DrawTerms rates(Map<String, Integer> bp) {
    return terms(bp, Map.of(), Map.of());
  }

  @Test
  @Clause({"TZ-8", "ZB-5"})
  void a_general_item_keeps_to_its_cap_in_every_stratum_also_where_numbers_are_split() {
    DrawTerms split = terms(Map.of(), Map.of("A", 10), Map.of("331002", 9, "331003", 1));
    List<PoolNote> notes =
        notes(
            TAIZHOU,
            split,
            List.of(item(Category.GENERAL, 500)),
            of("A", "331002", 100),
            of("A", "331003", 400));
    assertThat(notes).extracting(PoolNote::kind).containsOnly(Kind.OVER_CAP);
    assertThat(notes.get(0).arguments()).containsExactly("SP-01 食品经营检查", "5%", "A 椒江区", "9", "5");
    assertThat(notes.get(0).kind().weight()).isEqualTo(Weight.FORBIDDEN);
    assertThat(notes.get(0).clauses()).contains("TZ-8");
    assertThat(
            notes(
                TAIZHOU,
                split,
                List.of(item(Category.KEY, null)),
                of("A", "331002", 100),
                of("A", "331003", 400)))
        .as("a key item has no cap")
        .isEmpty();
  }

  @Test
  @Clause({"TZ-8", "ZB-5"})
  void rounding_up_a_rate_that_keeps_to_the_cap_is_not_beyond_it() {
    assertThat(
            notes(
                PINGDINGSHAN,
                rates(Map.of("B", 500)),
                List.of(item(Category.GENERAL, 500)),
                of("B", "", 3)))
        .isEmpty();
  }

  @Test
  @Clause("TZ-18")
  void where_low_risk_is_not_drawn_less_a_reason_is_needed() {
    List<PoolNote> notes =
        notes(
            TAIZHOU, rates(Map.of("A", 300, "B", 300)), List.of(), of("A", "", 9), of("B", "", 9));
    assertThat(notes).extracting(PoolNote::kind).containsExactly(Kind.LOW_RATE_NOT_LOWERED);
    assertThat(notes.get(0).arguments()).containsExactly("A", "3%", "B", "3%");
    assertThat(notes.get(0).kind().weight()).isEqualTo(Weight.NEEDS_REASON);
    assertThat(notes.get(0).clauses()).contains("TZ-18");
    assertThat(
            notes(
                TAIZHOU,
                rates(Map.of("A", 100, "B", 300)),
                List.of(),
                of("A", "", 9),
                of("B", "", 9)))
        .isEmpty();
  }

  @Test
  @Clause("TZ-18")
  void numbers_are_compared_by_the_share_that_they_are() {
    DrawTerms numbers = terms(Map.of(), Map.of("A", 20, "B", 10), Map.of());
    assertThat(notes(TAIZHOU, numbers, List.of(), of("A", "", 2000), of("B", "", 500)))
        .as("1 % of A, 2 % of B")
        .isEmpty();
    assertThat(notes(TAIZHOU, numbers, List.of(), of("A", "", 200), of("B", "", 500)))
        .extracting(PoolNote::kind)
        .containsExactly(Kind.LOW_RATE_NOT_LOWERED);
  }

  @Test
  @Clause({"TZ-18", "ZB-12"})
  void where_key_targets_are_not_drawn_more_often_a_reason_is_needed() {
    assertThat(
            notes(
                TAIZHOU,
                rates(Map.of("B", 300, "K", 200)),
                List.of(),
                of("B", "", 9),
                of("K", "", 9)))
        .extracting(PoolNote::kind)
        .containsExactly(Kind.KEY_RATE_NOT_RAISED);
    assertThat(
            notes(
                TAIZHOU,
                rates(Map.of("B", 10_000, "K", 10_000)),
                List.of(),
                of("B", "", 9),
                of("K", "", 9)))
        .as("nobody can be drawn more often than always")
        .isEmpty();
  }

  @Test
  void rules_that_do_not_speak_of_low_risk_ask_for_no_reason() {
    assertThat(
            notes(
                PINGDINGSHAN,
                rates(Map.of("A", 900, "B", 300)),
                List.of(),
                of("A", "", 9),
                of("B", "", 9)))
        .isEmpty();
  }

  @Test
  @Clause("N-14")
  void a_class_of_which_nothing_is_drawn_is_pointed_out() {
    PoolFacts facts =
        new PoolFacts(
            12,
            List.of(of("B", "", 5)),
            new TreeMap<>(Map.of("class-not-in-plan", 7)),
            new TreeMap<>(),
            new TreeMap<>(Map.of("A", 7)),
            Map.of(),
            0);
    List<PoolNote> notes =
        PoolNotes.of(facts, rates(Map.of("A", 0, "B", 300)), PINGDINGSHAN, List.of());
    assertThat(notes).extracting(PoolNote::kind).containsExactly(Kind.CLASS_WITHOUT_FLOOR);
    assertThat(notes.get(0).arguments()).containsExactly("A", "7");
    assertThat(notes.get(0).kind().weight()).isEqualTo(Weight.TOLD);
  }

  @Test
  @Clause("TZ-M10")
  void it_is_said_which_rule_wins_where_two_speak_of_a_target() {
    PoolFacts facts =
        new PoolFacts(
            5,
            List.of(of("K", "", 5)),
            new TreeMap<>(),
            new TreeMap<>(Map.of(Treatment.KEY_THOUGH_LOW, 3, Treatment.KEY, 2)),
            new TreeMap<>(),
            Map.of(),
            2);
    List<PoolNote> notes = PoolNotes.of(facts, rates(Map.of("K", 1000)), TAIZHOU, List.of());
    assertThat(notes)
        .extracting(PoolNote::kind)
        .containsExactly(Kind.KEY_THOUGH_LOW, Kind.BEYOND_CAP);
    assertThat(notes.get(0).arguments()).containsExactly("3");
    assertThat(notes.get(0).clauses()).contains("TZ-M10");
  }
}
