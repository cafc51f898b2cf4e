package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.registry.Registry.PoolTarget;
import cn.sunlot.tasking.domain.PoolRules.Ceiling;
import cn.sunlot.tasking.domain.PoolRules.DrawnElsewhere;
import cn.sunlot.tasking.domain.PoolRules.ExemptionList;
import cn.sunlot.tasking.domain.PoolRules.NotActive;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoolRulesTest {

  private static final Profile ZIBO = TestProfiles.get("zibo_miit");

  private static PoolTarget target(String riskClass, String status, String... tags) {
    UUID id = Ids.next();
    return new PoolTarget(id, "UNIT" + id, "测试企业", riskClass, Set.of(tags), status);
  }

  private static PoolLine apply(PoolRules.Rule rule, PoolTarget target) {
    return new PoolRules(List.of(rule), ZIBO.keyTargets().value(), Set.of("A", "B", "C", "D", "N"))
        .apply(Stream.of(target))
        .get(0);
  }

  @Test
  void closed_targets_are_out() {
    assertThat(apply(new NotActive(List.of("SL-10")), target("A", "closed")).excluded())
        .isEqualTo("not-active");
    assertThat(apply(new NotActive(List.of("SL-10")), target("A", "active")).included()).isTrue();
  }

  @Test
  @Clause("ZB-9")
  void targets_on_the_exemption_list_are_out_unless_the_matter_knows_no_exemption() {
    PoolTarget exempt = target("A", "active", "exempt");
    assertThat(apply(new ExemptionList(false, List.of("ZB-9")), exempt).excluded())
        .isEqualTo("exempt");
    assertThat(apply(new ExemptionList(true, List.of("ZB-9")), exempt).included()).isTrue();
  }

  private static Ceiling ceiling(Map<UUID, Integer> drawn, Set<UUID> exceptions) {
    return new Ceiling(ZIBO.annualCap().value(), drawn, exceptions, ZIBO.annualCap().clauses());
  }

  @Test
  @Clause("ZB-12")
  void a_target_drawn_twice_for_the_item_this_year_is_out_and_the_line_says_how_often() {
    PoolTarget target = target("A", "active");
    PoolLine line = apply(ceiling(Map.of(target.id(), 2), Set.of()), target);
    assertThat(line.excluded()).isEqualTo("annual-cap");
    assertThat(line.detail()).isEqualTo("2/2");
    assertThat(apply(ceiling(Map.of(target.id(), 1), Set.of()), target).included()).isTrue();
  }

  @Test
  @Clause("ZB-12")
  void
      the_ceiling_does_not_hold_for_repeated_complaints_abnormal_list_dishonesty_and_serious_violation() {
    for (String tag :
        List.of(
            "repeated-complaints", "abnormal-operation-list", "dishonesty", "serious-violation")) {
      PoolTarget target = target("D", "active", tag);
      assertThat(apply(ceiling(Map.of(target.id(), 7), Set.of()), target).included())
          .as(tag)
          .isTrue();
    }
  }

  @Test
  @Clause("ZB-12")
  void a_named_exception_lifts_the_ceiling_for_that_target_only() {
    PoolTarget one = target("A", "active");
    PoolTarget other = target("A", "active");
    Ceiling ceiling = ceiling(Map.of(one.id(), 2, other.id(), 2), Set.of(one.id()));
    assertThat(apply(ceiling, one).included()).isTrue();
    assertThat(apply(ceiling, other).included()).isFalse();
  }

  @Test
  @Clause("ZB-12")
  void
      where_visits_are_separate_targets_drawn_by_other_sections_are_out_but_not_the_serious_ones() {
    PoolTarget plain = target("A", "active");
    PoolTarget serious = target("A", "active", "serious-violation");
    var rule =
        new DrawnElsewhere(
            ZIBO.excludeDrawnByOtherSections().value(),
            Map.of(plain.id(), "V-2026-0001", serious.id(), "V-2026-0002"),
            List.of("ZB-12"));
    PoolLine line = apply(rule, plain);
    assertThat(line.excluded()).isEqualTo("drawn-elsewhere");
    assertThat(line.detail()).isEqualTo("V-2026-0001");
    assertThat(apply(rule, serious).included()).isTrue();
  }

  @Test
  @Clause("ZB-12")
  void key_targets_have_a_stratum_of_their_own_where_the_plan_gives_them_a_rate() {
    PoolTarget serious = target("B", "active", "serious-violation");
    PoolLine without = apply(new NotActive(List.of("SL-10")), serious);
    assertThat(without.stratum()).isEqualTo("B");
    PoolLine with =
        new PoolRules(
                List.of(new NotActive(List.of("SL-10"))),
                ZIBO.keyTargets().value(),
                Set.of("B", "K"))
            .apply(Stream.of(serious))
            .get(0);
    assertThat(with.stratum()).isEqualTo("K");
  }

  @Test
  void a_class_without_a_rate_is_out_and_named() {
    PoolLine line =
        new PoolRules(
                List.of(new NotActive(List.of("SL-10"))), ZIBO.keyTargets().value(), Set.of("A"))
            .apply(Stream.of(target("D", "active")))
            .get(0);
    assertThat(line.excluded()).isEqualTo("class-not-in-plan");
  }
}
