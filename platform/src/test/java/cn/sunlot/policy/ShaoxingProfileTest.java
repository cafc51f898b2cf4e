package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the draft of Shaoxing means for those who ask it. That nothing is forgotten: FactsTest. */
class ShaoxingProfileTest {

  private final Profile shaoxing = TestProfiles.get("shaoxing");

  @Test
  void it_is_a_draft_and_every_name_of_it_says_so() {
    assertThat(Facts.header("shaoxing", "status").stringValue()).isEqualTo("draft");
    assertThat(shaoxing.header().draft()).isTrue();
    assertThat(shaoxing.title()).contains("征求意见稿");
    assertThat(shaoxing.header().title().en()).contains("draft");
    assertThat(shaoxing.cite("SX-4.1").zh()).contains("征求意见稿");
    assertThat(shaoxing.cite("SX-4.1").en()).contains("draft");
    assertThat(shaoxing.header().valid()).isNull();
  }

  @Test
  void every_inspection_is_in_the_plan_but_on_three_grounds_and_on_the_list_as_a_rule() {
    PlanRules plan = shaoxing.plan().value();
    assertThat(plan.nothingOutsidePlan()).isTrue();
    assertThat(plan.unless())
        .containsExactlyInAnyOrder(
            PlanRules.Ground.LAW_FIXES_THE_WAY,
            PlanRules.Ground.SUPERIOR_DEMAND,
            PlanRules.Ground.COMPLAINT);
    assertThat(plan.submitBy(2026)).contains(LocalDate.of(2026, 1, 31));
    assertThat(plan.submitTo()).isEqualTo(Recipient.LEAD_BUREAU);
    assertThat(shaoxing.adHoc().value().allowed()).isEqualTo(AdHocRules.Allowed.PLAN_GROUNDS);
    OutsideList outside = shaoxing.noInspectionOutsideList().value();
    assertThat(outside.forbidden()).isTrue();
    assertThat(outside.asARule()).isTrue();
    assertThat(outside.unless()).hasSize(4);
  }

  @Test
  void one_of_the_drawn_leads_and_the_government_decides_on_joint_items() {
    assertThat(shaoxing.team().value().leader())
        .isEqualTo(Team.Leader.ONE_DRAWN_INSPECTOR_DESIGNATED);
    assertThat(shaoxing.team().value().needsLeader()).isTrue();
    assertThat(shaoxing.itemList().value().jointApprovedBy())
        .isEqualTo(JointApprover.CITY_GOVERNMENT);
    assertThat(shaoxing.method().value().by()).isEqualTo(Device.MOBILE_APP);
    assertThat(shaoxing.creditRatingModule().value()).isTrue();
  }
}
