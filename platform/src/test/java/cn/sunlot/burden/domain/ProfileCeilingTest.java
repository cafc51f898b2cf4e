package cn.sunlot.burden.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Ceilings.Hold;
import cn.sunlot.burden.Ceilings.Occasion;
import cn.sunlot.burden.Ceilings.Standing;
import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.registry.Registry.PoolTarget;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same draws under other rules come to another ceiling. */
class ProfileCeilingTest {

  private static final UUID AUTHORITY = Ids.next();
  private static final UUID ITEM = Ids.next();

  private static PoolTarget target(String riskClass, String... tags) {
    UUID id = Ids.next();
    return new PoolTarget(id, "UNIT" + id, "测试企业", "331002", riskClass, Set.of(tags), "active");
  }

  private static ProfileCeiling of(String profile, Kind kind, boolean joint) {
    return new ProfileCeiling(
        TestProfiles.get(profile),
        new Occasion(AUTHORITY, Set.of(AUTHORITY), Set.of(ITEM), kind, joint, 2026));
  }

  private static Standing twice(String profile, boolean joint, PoolTarget target) {
    return of(profile, Kind.ROUTINE, joint).standing(target, 2);
  }

  @Test
  @Clause("ZB-12")
  void under_the_bureau_s_rules_draws_of_the_same_item_count_and_serious_targets_are_outside() {
    assertThat(of("zibo_miit", Kind.ROUTINE, false).counted().itemIds()).containsExactly(ITEM);
    assertThat(twice("zibo_miit", false, target("A")).reached()).isTrue();
    assertThat(twice("zibo_miit", false, target("A")).asARule()).isTrue();
    for (String mark :
        Set.of(
            "repeated-complaints", "abnormal-operation-list", "dishonesty", "serious-violation")) {
      assertThat(twice("zibo_miit", false, target("D", mark)).hold())
          .as(mark)
          .isEqualTo(Hold.OUTSIDE_THE_LIMIT);
    }
  }

  @Test
  @Clause({"TZ-M10", "TZ-18"})
  void under_taizhou_s_rules_only_low_risk_and_high_credit_is_limited_whatever_the_item() {
    assertThat(of("taizhou", Kind.ROUTINE, true).counted().itemIds()).isEmpty();
    assertThat(twice("taizhou", true, target("A")).reached()).isTrue();
    assertThat(twice("taizhou", true, target("B")).hold()).isEqualTo(Hold.NOT_LOW_RISK);
    assertThat(twice("taizhou", true, target("A", "food-drug")).hold())
        .as("a low-risk food firm is a key target")
        .isEqualTo(Hold.NOT_LOW_RISK);
  }

  @Test
  @Clause("PDS-10")
  void under_pingdingshan_s_rules_joint_inspections_count_and_every_target_is_limited() {
    assertThat(of("pingdingshan", Kind.ROUTINE, true).counted().jointOnly()).isTrue();
    assertThat(twice("pingdingshan", true, target("D")).reached()).isTrue();
    assertThat(twice("pingdingshan", false, target("D")).hold()).isEqualTo(Hold.NOT_JOINT);
  }

  @Test
  @Clause("N-1")
  void an_inspection_that_a_complaint_causes_has_no_ceiling() {
    for (String profile : Set.of("zibo_miit", "taizhou", "pingdingshan")) {
      assertThat(of(profile, Kind.CAUSED, true).standing(target("A"), 9).hold())
          .as(profile)
          .isEqualTo(Hold.CAUSED);
      assertThat(of(profile, Kind.SPECIAL, true).standing(target("A"), 9).reached())
          .as(profile)
          .isTrue();
    }
  }

  @Test
  @Clause("N-1")
  void what_is_left_is_never_less_than_nothing() {
    assertThat(of("zibo_miit", Kind.ROUTINE, false).standing(target("A"), 1).left()).isOne();
    assertThat(of("zibo_miit", Kind.ROUTINE, false).standing(target("A"), 5).left()).isZero();
  }
}
