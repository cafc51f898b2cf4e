package cn.sunlot.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.Coverage.OfClass;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  @Clause("ZB-8")
  void the_expected_number_is_count_times_ratio_per_class_rounded_up() {
    var coverage =
        Coverage.of(
            Map.of("A", 101L, "B", 40L, "D", 3L), Rates.of(Map.of("A", 100, "B", 500, "D", 5000)));
    assertThat(coverage.classes())
        .containsExactly(
            new OfClass("A", 101, 100, 2),
            new OfClass("B", 40, 500, 2),
            new OfClass("C", 0, 0, 0),
            new OfClass("D", 3, 5000, 2),
            new OfClass("N", 0, 0, 0));
    assertThat(coverage.pool()).isEqualTo(144);
    assertThat(coverage.expected()).isEqualTo(6);
    assertThat(coverage.shareBp()).isEqualTo(417);
  }

  @Test
  void a_class_without_a_ratio_is_counted_and_not_drawn() {
    var coverage = Coverage.of(Map.of("A", 10L, "N", 90L), Rates.of(Map.of("A", 10_000)));
    assertThat(coverage.expected()).isEqualTo(10);
    assertThat(coverage.shareBp()).isEqualTo(1_000);
  }

  @Test
  void an_empty_pool_expects_nothing() {
    assertThat(Coverage.of(Map.of(), Rates.of(Map.of("A", 500))))
        .extracting(Coverage::pool, Coverage::expected, Coverage::shareBp)
        .containsExactly(0L, 0L, 0);
  }
}
