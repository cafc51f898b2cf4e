package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.tasking.domain.DrawTerms.Batch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
  private static final LocalDate TO = LocalDate.of(2026, 5, 31);
  private static final Batches MONTHS =
      new Batches(List.of(month(3, 31), month(4, 30), month(5, 31)));

  private static Batch month(int month, int last) {
    return new Batch(LocalDate.of(2026, month, 1), LocalDate.of(2026, month, last));
  }

  @Test
  @Clause({"TZ-8", "ZB-5"})
  void the_drawing_order_is_cut_into_batches_whose_sizes_differ_by_one_at_most() {
    for (int drawn : List.of(1, 2, 3, 10, 11, 12, 1000)) {
      List<Integer> batches =
          IntStream.rangeClosed(1, drawn).mapToObj(p -> MONTHS.of(p, drawn)).toList();
      assertThat(batches).as("%s drawn", drawn).isSorted().allMatch(b -> b >= 0 && b < 3);
      Map<Integer, Long> sizes =
          batches.stream()
              .collect(
                  Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
      long most = sizes.values().stream().mapToLong(Long::longValue).max().orElseThrow();
      long least =
          IntStream.range(0, 3).mapToLong(b -> sizes.getOrDefault(b, 0L)).min().orElseThrow();
      assertThat(most - least).as("%s drawn: %s", drawn, sizes).isLessThanOrEqualTo(1);
    }
  }

  @Test
  @Clause({"TZ-8", "ZB-5"})
  void who_is_drawn_first_is_visited_first() {
    assertThat(MONTHS.period(1, 12).from()).isEqualTo(FROM);
    assertThat(MONTHS.period(12, 12).to()).isEqualTo(TO);
  }

  @Test
  @Clause({"TZ-8", "ZB-5"})
  void periods_that_overlap_or_leave_the_task_s_do_not_fit() {
    assertThat(MONTHS.fit(FROM, TO)).isTrue();
    assertThat(MONTHS.fit(FROM, TO.minusDays(1))).isFalse();
    assertThat(MONTHS.fit(FROM.plusDays(1), TO)).isFalse();
    assertThat(new Batches(List.of(month(4, 30), month(3, 31))).fit(FROM, TO)).isFalse();
    assertThat(new Batches(List.of(month(3, 31), month(3, 31))).fit(FROM, TO)).isFalse();
    assertThat(new Batches(List.of(month(3, 31))).fit(FROM, TO)).as("one is none").isFalse();
  }
}
