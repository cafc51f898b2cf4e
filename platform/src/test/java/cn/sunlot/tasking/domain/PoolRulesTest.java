package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.burden.Ceilings.Ceiling;
import cn.sunlot.burden.Ceilings.Hold;
import cn.sunlot.burden.Ceilings.Reading;
import cn.sunlot.burden.Ceilings.Standing;
import cn.sunlot.burden.RiskRules;
import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.registry.Registry.PoolTarget;
import cn.sunlot.tasking.domain.PoolRules.Ceilinged;
import cn.sunlot.tasking.domain.PoolRules.DrawnElsewhere;
import cn.sunlot.tasking.domain.PoolRules.ExemptionList;
import cn.sunlot.tasking.domain.PoolRules.NotActive;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PoolRulesTest {

  private static final Profile ZIBO = TestProfiles.get("zibo_miit");
  private static final Profile TAIZHOU = TestProfiles.get("taizhou");
  private static final NotActive ACTIVE = new NotActive(List.of("SL-10"));
  private static final Reading NO_CEILING = target -> List.of();
  private static final Map<String, Integer> ALL =
      Map.of("A", 100, "B", 100, "C", 100, "D", 100, "N", 100);

  private static PoolTarget target(String riskClass, String status, String... tags) {
    return in("331002", riskClass, status, tags);
  }

  private static PoolTarget in(String region, String riskClass, String status, String... tags) {
    UUID id = Ids.next();
    return new PoolTarget(id, "UNIT" + id, "测试企业", region, riskClass, Set.of(tags), status);
  }

  private static DrawTerms terms(Map<String, Integer> rates, Map<String, Integer> weights) {
    return new DrawTerms(rates, Map.of(), weights, List.of());
  }

  private static PoolLine apply(Profile profile, DrawTerms terms, PoolTarget target) {
    return new PoolRules(
            List.of(ACTIVE), new Ceilinged(NO_CEILING, Set.of()), RiskRules.of(profile), terms)
        .apply(target);
  }

  private static PoolLine apply(PoolRules.Rule rule, PoolTarget target) {
    return new PoolRules(
            List.of(rule),
            new Ceilinged(NO_CEILING, Set.of()),
            RiskRules.of(ZIBO),
            terms(ALL, Map.of()))
        .apply(target);
  }

  @Test
  void closed_targets_are_out() {
    assertThat(apply(ACTIVE, target("A", "closed")).excluded()).isEqualTo("not-active");
    assertThat(apply(ACTIVE, target("A", "active")).included()).isTrue();
  }

  @Test
  @Clause("ZB-9")
  void targets_on_the_exemption_list_are_out_unless_the_matter_knows_no_exemption() {
    PoolTarget exempt = target("A", "active", "exempt");
    assertThat(apply(new ExemptionList(false, List.of("ZB-9")), exempt).excluded())
        .isEqualTo("exempt");
    assertThat(apply(new ExemptionList(true, List.of("ZB-9")), exempt).included()).isTrue();
  }

  private static Standing reached(Ceiling ceiling, boolean asARule) {
    return new Standing(ceiling, 2, 2, Hold.HOLDS, asARule, List.of(), "");
  }

  private static PoolLine apply(List<Standing> standings, Set<UUID> exceptions, PoolTarget target) {
    return new PoolRules(
            List.of(ACTIVE),
            new Ceilinged(t -> standings, exceptions),
            RiskRules.of(ZIBO),
            terms(ALL, Map.of()))
        .apply(target);
  }

  @Test
  @Clause({"ZB-12", "TZ-18", "PDS-10"})
  void a_target_whose_ceiling_is_reached_is_out_and_the_line_says_how_often_it_was_drawn() {
    PoolLine line =
        apply(List.of(reached(Ceiling.ANNUAL_CAP, true)), Set.of(), target("A", "active"));
    assertThat(line.excluded()).isEqualTo("annual-cap");
    assertThat(line.detail()).isEqualTo("2/2");
  }

  @Test
  @Clause({"ZB-12", "TZ-18", "PDS-10"})
  void a_named_exception_lifts_a_ceiling_as_a_rule_for_that_target_only() {
    PoolTarget one = target("A", "active");
    List<Standing> cap = List.of(reached(Ceiling.ANNUAL_CAP, true));
    assertThat(apply(cap, Set.of(one.id()), one).included()).isTrue();
    assertThat(apply(cap, Set.of(one.id()), target("A", "active")).included()).isFalse();
  }

  @Test
  @Clause("N-1")
  void nobody_goes_beyond_the_ceiling_that_the_department_made_public() {
    PoolTarget one = target("A", "active");
    List<Standing> both =
        List.of(reached(Ceiling.ANNUAL_CAP, true), reached(Ceiling.DEPARTMENT_CEILING, false));
    PoolLine line = apply(both, Set.of(one.id()), one);
    assertThat(line.excluded()).isEqualTo("department-ceiling");
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
  @Clause({"ZB-12", "TZ-18"})
  void key_targets_have_a_stratum_of_their_own_where_the_plan_gives_them_a_rate() {
    PoolTarget serious = target("B", "active", "serious-violation");
    assertThat(apply(ZIBO, terms(ALL, Map.of()), serious).stratum()).isEqualTo("B");
    assertThat(apply(ZIBO, terms(Map.of("B", 100, "K", 500), Map.of()), serious).stratum())
        .isEqualTo("K");
  }

  @Test
  @Clause("TZ-M10")
  void a_low_risk_food_firm_is_drawn_as_a_key_target_and_the_line_says_that_two_rules_spoke() {
    DrawTerms terms = terms(Map.of("A", 100, "K", 500), Map.of());
    PoolLine food = apply(TAIZHOU, terms, target("A", "active", "food-drug"));
    assertThat(food.stratum()).isEqualTo("K");
    assertThat(food.treatment()).isEqualTo(Treatment.KEY_THOUGH_LOW);
    PoolLine plain = apply(TAIZHOU, terms, target("A", "active"));
    assertThat(plain.stratum()).isEqualTo("A");
    assertThat(plain.treatment()).isEqualTo(Treatment.LOW);
  }

  @Test
  @Clause("TZ-18")
  void high_risk_makes_a_key_target_without_any_mark() {
    PoolLine line =
        apply(TAIZHOU, terms(Map.of("D", 100, "K", 500), Map.of()), target("D", "active"));
    assertThat(line.stratum()).isEqualTo("K");
    assertThat(line.treatment()).isEqualTo(Treatment.KEY);
  }

  @Test
  void a_class_without_a_rate_is_out_and_named() {
    PoolLine line = apply(ZIBO, terms(Map.of("A", 100, "D", 0), Map.of()), target("D", "active"));
    assertThat(line.excluded()).isEqualTo("class-not-in-plan");
    assertThat(line.detail()).isEqualTo("D");
  }

  @Test
  @Clause("TZ-14")
  void where_the_plan_weighs_regions_a_stratum_is_a_class_in_a_region_and_others_are_out() {
    DrawTerms terms = terms(Map.of("A", 100), Map.of("331002", 3, "331000", 1));
    assertThat(apply(TAIZHOU, terms, in("331002", "A", "active")).stratum()).isEqualTo("A.331002");
    assertThat(apply(TAIZHOU, terms, in("331003", "A", "active")).stratum())
        .as("the rest of the city")
        .isEqualTo("A.331000");
    PoolLine stranger = apply(TAIZHOU, terms, in("330602", "A", "active"));
    assertThat(stranger.excluded()).isEqualTo("region-not-in-plan");
    assertThat(stranger.detail()).isEqualTo("330602");
  }
}
