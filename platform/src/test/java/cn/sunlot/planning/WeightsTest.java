package cn.sunlot.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.law.Clause;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@Clause("TZ-14")
class WeightsTest {

  @Test
  void a_number_is_split_by_weight_and_what_is_left_goes_to_the_largest_remainders() {
    Map<String, Long> plenty = Map.of("a", 99L, "b", 99L, "c", 99L);
    assertThat(Weights.of(Map.of("a", 1, "b", 2, "c", 4)).split(10, plenty))
        .containsExactlyEntriesOf(new TreeMap<>(Map.of("a", 1L, "b", 3L, "c", 6L)));
    assertThat(Weights.of(Map.of("a", 1, "b", 1, "c", 1)).split(2, plenty))
        .containsExactlyEntriesOf(new TreeMap<>(Map.of("a", 1L, "b", 1L, "c", 0L)));
  }

  @Test
  void what_a_region_cannot_give_the_others_do() {
    assertThat(Weights.of(Map.of("a", 9, "b", 1)).split(10, Map.of("a", 4L, "b", 20L)))
        .containsExactlyEntriesOf(new TreeMap<>(Map.of("a", 4L, "b", 6L)));
    assertThat(Weights.of(Map.of("a", 9, "b", 1)).split(10, Map.of("a", 4L)))
        .containsExactlyEntriesOf(new TreeMap<>(Map.of("a", 4L, "b", 0L)));
  }

  @Test
  void a_weight_of_nothing_is_no_weight() {
    assertThatThrownBy(() -> Weights.of(Map.of("a", 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void parts_always_add_up_to_the_number_or_to_all_there_are_and_no_region_gives_more() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Map<String, Integer> weights = new TreeMap<>();
      Map<String, Long> members = new TreeMap<>();
      for (int region = 0; region < 1 + random.nextInt(6); region++) {
        weights.put("r" + region, 1 + random.nextInt(20));
        members.put("r" + region, (long) random.nextInt(30));
      }
      long number = random.nextInt(120);
      long all = members.values().stream().mapToLong(Long::longValue).sum();
      SortedMap<String, Long> parts = Weights.of(weights).split(number, members);
      assertThat(parts.values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(Math.min(number, all));
      parts.forEach((region, part) -> assertThat(part).isBetween(0L, members.get(region)));
    }
  }
}
