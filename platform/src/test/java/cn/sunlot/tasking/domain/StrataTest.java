package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.law.Clause;
import cn.sunlot.tasking.domain.PoolFacts.Group;
import cn.sunlot.tasking.domain.Strata.Stratum;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StrataTest {

  static PoolFacts facts(Group... groups) {
    return new PoolFacts(
        List.of(groups).stream().mapToInt(Group::members).sum(),
        List.of(groups),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Map.of(),
        0);
  }

  static Group of(String ofClass, String region, int members) {
    return new Group(region.isEmpty() ? ofClass : ofClass + "." + region, ofClass, region, members);
  }

  static DrawTerms terms(
      Map<String, Integer> rates, Map<String, Integer> counts, Map<String, Integer> weights) {
    return new DrawTerms(rates, counts, weights, List.of());
  }

  private static List<Stratum> strata(DrawTerms terms, Group... groups) {
    return Strata.of(facts(groups), terms);
  }

  @Test
  @Clause("TZ-18")
  void a_rate_is_rounded_up_and_a_number_is_never_more_than_there_are() {
    assertThat(
            strata(
                terms(Map.of("A", 300), Map.of("B", 40, "D", 9), Map.of()),
                of("A", "", 101),
                of("B", "", 1000),
                of("D", "", 4)))
        .extracting(Stratum::name, Stratum::rateBp, Stratum::quota)
        .containsExactly(tuple("A", 300, 4), tuple("B", null, 40), tuple("D", null, 4));
  }

  @Test
  @Clause("TZ-14")
  void a_number_is_split_over_regions_by_the_weights_of_the_plan_and_adds_up() {
    assertThat(
            strata(
                terms(Map.of(), Map.of("A", 100), Map.of("331002", 3, "331003", 2, "331004", 2)),
                of("A", "331002", 5000),
                of("A", "331003", 800),
                of("A", "331004", 20)))
        .extracting(Stratum::name, Stratum::weight, Stratum::quota)
        .as("331004 gives all it has, the rest goes to the others by their weights")
        .containsExactly(
            tuple("A.331002", 3, 48), tuple("A.331003", 2, 32), tuple("A.331004", 2, 20));
  }

  @Test
  @Clause("TZ-14")
  void a_rate_is_taken_of_the_whole_class_before_it_is_split() {
    List<Stratum> strata =
        strata(
            terms(Map.of("A", 100), Map.of(), Map.of("331002", 1, "331003", 1, "331004", 1)),
            of("A", "331002", 34),
            of("A", "331003", 33),
            of("A", "331004", 34));
    assertThat(strata.stream().mapToInt(Stratum::quota).sum()).isEqualTo(2);
  }

  @Test
  @Clause("TZ-14")
  void without_weights_no_region_has_a_number_of_its_own() {
    assertThat(strata(terms(Map.of("A", 100), Map.of(), Map.of()), of("A", "", 500)))
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.name()).isEqualTo("A");
              assertThat(only.weight()).isNull();
            });
  }
}
