package cn.sunlot.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.LineRules.OverCap;
import cn.sunlot.registry.Registry.Census;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineRulesTest {

  private static final UUID SECTION = new UUID(0, 9);

  private static Line line(Map<String, Integer> rates, int times, String from, String to) {
    return new Line(
        new UUID(0, 1),
        "节能监察",
        "节能",
        List.of(new UUID(0, 2)),
        new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of()),
        Rates.of(rates),
        times,
        new Period(LocalDate.parse(from), LocalDate.parse(to)),
        SECTION,
        "示范局",
        null);
  }

  private static ItemVersion item(Category category, @Nullable Integer cap, int times) {
    return new ItemVersion(
        new UUID(0, 2),
        new UUID(0, 3),
        1,
        new UUID(0, 4),
        SECTION,
        "JN-01",
        "节能",
        category,
        cap,
        times,
        "enterprise",
        "",
        List.of(),
        List.of(),
        "",
        List.of(),
        null,
        LocalDate.parse("2026-01-01"));
  }

  private static List<String> keys(Line line) {
    return LineRules.wrong(line, 2026, Set.of(SECTION)).stream().map(WrongValue::key).toList();
  }

  @Test
  @Clause({"ZB-5", "TZ-8"})
  void a_ratio_up_to_the_cap_of_a_general_item_is_allowed_and_one_above_is_over() {
    ItemVersion general = item(Category.GENERAL, 500, 2);
    Line at = line(Map.of("A", 100, "D", 500), 1, "2026-01-01", "2026-12-31");
    Line above = line(Map.of("A", 100, "D", 501), 1, "2026-01-01", "2026-12-31");
    assertThat(LineRules.overCap(1, at, List.of(general))).isEmpty();
    assertThat(LineRules.overCap(3, above, List.of(general)))
        .containsExactly(new OverCap(3, above, general, 500, "D", 501));
    assertThat(above.rates().highestClass()).isEqualTo("D");
  }

  @Test
  @Clause({"ZB-5", "TZ-8"})
  void a_key_item_is_never_over() {
    Line all = line(Map.of("A", 10_000), 12, "2026-01-01", "2026-12-31");
    List<ItemVersion> key = List.of(item(Category.KEY, null, 2));
    assertThat(LineRules.overCap(1, all, key)).isEmpty();
    assertThat(LineRules.overFrequency(1, all, key)).isEmpty();
  }

  @Test
  @Clause("ZB-5")
  void a_general_item_is_not_planned_more_often_than_the_list_says() {
    List<ItemVersion> general = List.of(item(Category.GENERAL, 500, 2));
    Line twice = line(Map.of("A", 100), 2, "2026-01-01", "2026-12-31");
    Line thrice = line(Map.of("A", 100), 3, "2026-01-01", "2026-12-31");
    assertThat(LineRules.overFrequency(1, twice, general)).isEmpty();
    assertThat(LineRules.overFrequency(1, thrice, general)).hasSize(1);
  }

  @Test
  void a_period_is_inside_the_year_and_runs_forward() {
    assertThat(keys(line(Map.of("A", 1), 1, "2026-01-01", "2026-12-31"))).isEmpty();
    for (var period :
        List.of(
            List.of("2025-12-31", "2026-03-01"),
            List.of("2026-12-01", "2027-01-01"),
            List.of("2026-03-02", "2026-03-01"))) {
      assertThat(keys(line(Map.of("A", 1), 1, period.get(0), period.get(1))))
          .containsExactly("planning.field.period");
    }
  }

  @Test
  void ratios_are_of_known_classes_between_nothing_and_all_and_not_all_nothing() {
    assertThat(keys(line(Map.of("E", 1), 1, "2026-01-01", "2026-12-31")))
        .containsExactly("planning.field.risk-class");
    assertThat(keys(line(Map.of("A", 10_001), 1, "2026-01-01", "2026-12-31")))
        .containsExactly("planning.field.ratio-range");
    assertThat(keys(line(Map.of("A", 0), 1, "2026-01-01", "2026-12-31")))
        .containsExactly("planning.field.ratio-missing");
    assertThat(keys(line(Map.of(), 1, "2026-01-01", "2026-12-31")))
        .containsExactly("planning.field.ratio-missing");
  }

  private static Line with(Line line, Rates rates, Set<String> regions, Weights weights) {
    Arrangement how = new Arrangement(List.of(), Handling.CITY_RUN, weights, Set.of(), null, "", 2);
    return new Line(
        line.id(),
        line.title(),
        line.category(),
        line.itemVersionIds(),
        new TargetFilter(Set.of(), regions, Set.of(), Set.of()),
        rates,
        1,
        line.period(),
        SECTION,
        line.body(),
        how,
        null);
  }

  private static final Line PLAIN = line(Map.of("A", 100), 1, "2026-01-01", "2026-12-31");

  @Test
  @Clause("TZ-14")
  void a_class_has_a_ratio_or_a_number_and_not_both() {
    assertThat(keys(with(PLAIN, Rates.of(Map.of(), Map.of("A", 20)), Set.of(), Weights.NONE)))
        .isEmpty();
    assertThat(
            keys(with(PLAIN, Rates.of(Map.of("A", 100), Map.of("A", 20)), Set.of(), Weights.NONE)))
        .containsExactly("planning.field.rate-or-count");
    assertThat(keys(with(PLAIN, Rates.of(Map.of(), Map.of("A", 0)), Set.of(), Weights.NONE)))
        .contains("planning.field.count-range");
    assertThat(keys(with(PLAIN, Rates.of(Map.of(), Map.of("E", 2)), Set.of(), Weights.NONE)))
        .contains("planning.field.risk-class");
  }

  @Test
  @Clause("TZ-14")
  void weights_are_given_to_every_county_of_the_scope_and_to_no_other() {
    Rates rates = Rates.of(Map.of("A", 100));
    Weights both = Weights.of(Map.of("370303", 2, "370305", 1));
    assertThat(keys(with(PLAIN, rates, Set.of("370303", "370305"), both))).isEmpty();
    assertThat(keys(with(PLAIN, rates, Set.of(), both)))
        .containsExactly("planning.field.weight-scope");
    assertThat(keys(with(PLAIN, rates, Set.of("370300", "370305"), both)))
        .containsExactly("planning.field.weight-scope");
    List<WrongValue> missing =
        LineRules.wrong(
            with(PLAIN, rates, Set.of("370303", "370305", "370321"), both), 2026, Set.of(SECTION));
    assertThat(missing)
        .extracting(WrongValue::key)
        .containsExactly("planning.field.weight-missing");
    assertThat(missing.get(0).value()).isEqualTo("370321");
  }

  @Test
  @Clause({"ZB-5", "TZ-8"})
  void a_fixed_number_does_not_go_round_the_cap_of_a_general_item() {
    ItemVersion general = item(Category.GENERAL, 500, 2);
    for (int number : List.of(5, 6)) {
      Rates rates = Rates.of(Map.of(), Map.of("A", number));
      Line line = with(PLAIN, rates, Set.of(), Weights.NONE);
      Coverage coverage =
          Coverage.of(
              List.of(new Census("370303", "A", false, 100)), rates, Weights.NONE, Strata.PLAIN);
      assertThat(LineRules.overCapByNumber(1, line, List.of(general), coverage))
          .isEqualTo(
              number == 5 ? List.of() : List.of(new OverCap(1, line, general, 500, "A", 600)));
    }
  }
}
