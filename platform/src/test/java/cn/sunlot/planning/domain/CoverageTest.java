package cn.sunlot.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.law.Clause;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.domain.Coverage.OfClass;
import cn.sunlot.planning.domain.Coverage.OfRegion;
import cn.sunlot.policy.KeyTargets;
import cn.sunlot.policy.KeyTargets.Precedence;
import cn.sunlot.policy.TargetMark;
import cn.sunlot.registry.Registry.Census;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Strata COMPLAINTS =
      new Strata(new KeyTargets(Set.of(TargetMark.REPEATED_COMPLAINTS), null));

  private static final String CITY = "370300";
  private static final String ZHANGDIAN = "370303";
  private static final String LINZI = "370305";

  private static Census unmarked(String region, String riskClass, long number) {
    return new Census(region, riskClass, false, number);
  }

  private static Coverage of(List<Census> counted, Rates rates) {
    return Coverage.of(counted, rates, Weights.NONE, COMPLAINTS);
  }

  @Test
  @Clause({"ZB-8", "N-10"})
  void the_expected_number_is_count_times_ratio_per_class_rounded_up() {
    var coverage =
        of(
            List.of(unmarked(CITY, "A", 101), unmarked(CITY, "B", 40), unmarked(CITY, "D", 3)),
            Rates.of(Map.of("A", 100, "B", 500, "D", 5000)));
    assertThat(coverage.classes())
        .containsExactly(
            new OfClass("A", 101, 100, null, 2),
            new OfClass("B", 40, 500, null, 2),
            new OfClass("C", 0, 0, null, 0),
            new OfClass("D", 3, 5000, null, 2),
            new OfClass("N", 0, 0, null, 0));
    assertThat(coverage.pool()).isEqualTo(144);
    assertThat(coverage.expected()).isEqualTo(6);
    assertThat(coverage.shareBp()).isEqualTo(417);
  }

  @Test
  void a_class_without_a_ratio_is_counted_and_not_drawn() {
    var coverage =
        of(
            List.of(unmarked(CITY, "A", 10), unmarked(CITY, "N", 90)),
            Rates.of(Map.of("A", 10_000)));
    assertThat(coverage.expected()).isEqualTo(10);
    assertThat(coverage.shareBp()).isEqualTo(1_000);
  }

  @Test
  void an_empty_pool_expects_nothing() {
    assertThat(of(List.of(), Rates.of(Map.of("A", 500))))
        .extracting(Coverage::pool, Coverage::expected, Coverage::shareBp)
        .containsExactly(0L, 0L, 0);
  }

  @Test
  @Clause("TZ-14")
  void a_fixed_number_is_drawn_as_it_stands_and_never_more_than_there_are() {
    var counted = List.of(unmarked(CITY, "A", 101), unmarked(CITY, "D", 3));
    var coverage = of(counted, Rates.of(Map.of(), Map.of("A", 20, "D", 20)));
    assertThat(coverage.classes())
        .contains(new OfClass("A", 101, 0, 20, 20), new OfClass("D", 3, 0, 20, 3));
    assertThat(coverage.expected()).isEqualTo(23);
  }

  @Test
  @Clause({"TZ-16", "ZB-12"})
  void key_targets_have_a_ratio_of_their_own_and_leave_their_class() {
    var counted = List.of(unmarked(CITY, "A", 90), new Census(CITY, "A", true, 10));
    var raised = of(counted, Rates.of(Map.of("A", 100, "K", 5_000)));
    assertThat(raised.classes())
        .contains(new OfClass("A", 90, 100, null, 1), new OfClass("K", 10, 5_000, null, 5));
    assertThat(raised.pool()).isEqualTo(100);
    var plain = of(counted, Rates.of(Map.of("A", 100)));
    assertThat(plain.classes()).contains(new OfClass("A", 100, 100, null, 1));
    assertThat(plain.classes()).extracting(OfClass::riskClass).doesNotContain("K");
  }

  @Test
  @Clause({"TZ-M10", "TZ-18"})
  void a_class_can_be_a_mark_and_low_risk_can_win() {
    var counted = List.of(new Census(CITY, "A", true, 10), unmarked(CITY, "D", 20));
    Rates rates = Rates.of(Map.of("K", 10_000));
    var marks = Set.of(TargetMark.HIGH_CREDIT_RISK, TargetMark.REPEATED_COMPLAINTS);
    for (var precedence : Precedence.values()) {
      var coverage =
          Coverage.of(counted, rates, Weights.NONE, new Strata(new KeyTargets(marks, precedence)));
      assertThat(coverage.expected()).isEqualTo(precedence == Precedence.AS_KEY_TARGET ? 30 : 20);
    }
  }

  @Test
  @Clause("TZ-14")
  void weights_of_regions_split_each_class_and_a_small_region_gives_what_it_has() {
    var counted =
        List.of(
            unmarked(ZHANGDIAN, "A", 1_000), unmarked(LINZI, "A", 100), unmarked(LINZI, "D", 4));
    var coverage =
        Coverage.of(
            counted,
            Rates.of(Map.of("A", 1_000, "D", 10_000)),
            Weights.of(Map.of(ZHANGDIAN, 1, LINZI, 10)),
            Strata.PLAIN);
    // 110 of class A: ten elevenths would be 100, all that 临淄区 has.
    assertThat(coverage.regions())
        .containsExactly(new OfRegion(ZHANGDIAN, 1_000, 1, 10), new OfRegion(LINZI, 104, 10, 104));
    assertThat(coverage.expected()).isEqualTo(114);
  }

  @Test
  void without_weights_regions_are_expected_to_have_what_they_hold() {
    var counted = List.of(unmarked(ZHANGDIAN, "A", 300), unmarked(LINZI, "A", 100));
    assertThat(of(counted, Rates.of(Map.of("A", 1_000))).regions())
        .extracting(OfRegion::regionCode, OfRegion::weight, OfRegion::expected)
        .containsExactly(tuple(ZHANGDIAN, null, 30L), tuple(LINZI, null, 10L));
  }
}
