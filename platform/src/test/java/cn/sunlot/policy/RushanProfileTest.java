package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * What the opinions of Rushan mean for those who ask them. That nothing is forgotten: FactsTest.
 */
class RushanProfileTest {

  private final Profile rushan = TestProfiles.get("rushan");

  @Test
  void it_speaks_of_all_inspections_of_the_departments() {
    assertThat(rushan.header().appliesTo()).isNull();
    assertThat(rushan.header().binding())
        .isEqualTo(new Binding(Binding.Kind.CITY, "371083", "乳山市"));
  }

  @Test
  void items_come_from_the_superior_and_own_plans_are_filed_by_the_end_of_january() {
    assertThat(rushan.itemList().value().isBoundToSuperiorList()).isTrue();
    assertThat(rushan.itemList().value().publishAt()).containsExactly(Place.DEPARTMENT_WEBSITE);
    PlanRules plan = rushan.plan().value();
    assertThat(plan.ownFileBy(2026)).contains(LocalDate.of(2026, 1, 31));
    assertThat(plan.ownFileTo()).isEqualTo(Recipient.MARKET_SUPERVISION_BUREAU);
    assertThat(plan.submitBy(2026)).isEmpty();
    assertThat(plan.jointApprovedBy()).isEqualTo(JointApprover.CITY_GOVERNMENT);
  }

  @Test
  void a_tenth_of_the_draws_is_joint_in_one_of_three_forms() {
    assertThat(rushan.jointShare().value())
        .isEqualTo(new JointShare(10, JointShare.Whole.DRAWS_OF_THE_YEAR));
    assertThat(rushan.jointForms().value().values()).hasSize(3);
    assertThat(rushan.method().value().usual()).isEqualTo(Method.Way.ON_SITE);
    assertThat(rushan.minorViolationListWithoutPenalty().value().value()).isEqualTo(Need.OPTIONAL);
  }
}
