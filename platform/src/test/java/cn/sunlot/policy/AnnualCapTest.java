package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.policy.AnnualCap.AppliesTo;
import cn.sunlot.policy.AnnualCap.CountedOver;
import cn.sunlot.policy.KeyTargets.Precedence;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom the yearly limit protects, and which rule wins where two meet in one target. */
class AnnualCapTest {

  private static final KeyTargets FOOD =
      new KeyTargets(
          Set.of(TargetMark.FOOD_DRUG, TargetMark.HIGH_CREDIT_RISK), Precedence.AS_KEY_TARGET);

  private static AnnualCap cap(AppliesTo appliesTo, TargetMark... notFor) {
    return new AnnualCap(
        2, appliesTo, CountedOver.ALL_DRAWS_OF_THE_YEAR, true, Set.of(notFor), null);
  }

  @Test
  void a_limit_for_every_target_holds_whatever_its_class_but_for_those_outside_it() {
    AnnualCap cap = cap(AppliesTo.EVERY_TARGET, TargetMark.DISHONESTY);
    assertThat(cap.isFor("A", Set.of(), FOOD)).isTrue();
    assertThat(cap.isFor("D", Set.of("food-drug"), FOOD)).isTrue();
    assertThat(cap.isFor("A", Set.of("dishonesty"), FOOD)).isFalse();
  }

  @Test
  @Clause("TZ-18")
  void a_limit_for_low_risk_and_high_credit_holds_for_class_a_alone() {
    AnnualCap cap = cap(AppliesTo.LOW_RISK_AND_HIGH_CREDIT);
    assertThat(cap.isFor("A", Set.of(), FOOD)).isTrue();
    assertThat(cap.isFor("B", Set.of(), FOOD)).isFalse();
    assertThat(cap.isFor("D", Set.of(), FOOD)).isFalse();
  }

  @Test
  @Clause("TZ-M10")
  void a_food_firm_of_low_risk_is_what_the_profile_says_it_is() {
    AnnualCap cap = cap(AppliesTo.LOW_RISK_AND_HIGH_CREDIT);
    assertThat(cap.isFor("A", Set.of("food-drug"), FOOD)).isFalse();
    KeyTargets spared = new KeyTargets(FOOD.raiseRateAndFrequencyFor(), Precedence.AS_LOW_RISK);
    assertThat(cap.isFor("A", Set.of("food-drug"), spared)).isTrue();
    LowerRate lower = new LowerRate(Set.of(Favoured.LOW_RISK_AND_HIGH_CREDIT));
    assertThat(lower.isFor(FOOD, "A", Set.of("food-drug"))).isFalse();
    assertThat(lower.isFor(spared, "A", Set.of("food-drug"))).isTrue();
    assertThat(lower.isFor(FOOD, "A", Set.of())).isTrue();
    assertThat(LowerRate.NOBODY.isFor(FOOD, "A", Set.of())).isFalse();
  }

  @Test
  void a_key_target_is_one_by_its_tag_or_by_its_class() {
    assertThat(FOOD.isKey("A", Set.of("food-drug"))).isTrue();
    assertThat(FOOD.isKey("D", Set.of())).isTrue();
    assertThat(FOOD.isKey("C", Set.of("environment"))).isFalse();
    // Credit marks both lists of serious violations with one tag.
    assertThat(
            TargetMark.any(Set.of(TargetMark.SERIOUS_VIOLATION_LIST), Set.of("serious-violation")))
        .isTrue();
  }
}
