package cn.sunlot.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.LineRules.OverCap;
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
        .containsExactly(new OverCap(3, above, general, 500));
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
}
