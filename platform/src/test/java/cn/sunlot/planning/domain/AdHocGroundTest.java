package cn.sunlot.planning.domain;

import static cn.sunlot.planning.domain.AdHocGround.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.AdHocGround.Kind;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.TestProfiles;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On which grounds each regulation knows a joint inspection beside the plan. */
class AdHocGroundTest {

  private static Set<Kind> grounds(String profileId) {
    Profile profile = TestProfiles.get(profileId);
    return AdHocGround.allowed(profile.adHoc().value(), profile.plan().value());
  }

  @Test
  @Clause("TZ-17")
  void taizhou_where_one_is_needed() {
    assertThat(grounds("taizhou")).containsExactlyInAnyOrder(WHEN_NEEDED, SUPERIOR_ORDER);
  }

  @Test
  @Clause("PDS-8")
  void pingdingshan_and_wugang_on_a_superiors_order_alone() {
    assertThat(grounds("pingdingshan")).containsExactly(SUPERIOR_ORDER);
    assertThat(grounds("wugang")).containsExactly(SUPERIOR_ORDER);
  }

  @Test
  @Clause("SX-4.1")
  void shaoxing_where_the_law_a_superior_or_a_complaint_wants_it() {
    assertThat(grounds("shaoxing"))
        .containsExactlyInAnyOrder(LAW_FIXES_THE_WAY, SUPERIOR_DEMAND, COMPLAINT);
  }

  @Test
  void rushan_as_the_base_rules_have_it() {
    assertThat(grounds("rushan")).isEqualTo(grounds("base"));
  }

  @Test
  @Clause("ZB-2")
  void zibo_on_the_grounds_that_need_no_plan() {
    assertThat(grounds("zibo_miit"))
        .containsExactlyInAnyOrder(COMPLAINT, ASSIGNED_WORK, EMERGENCY, CAMPAIGN_FROM_ABOVE);
  }

  @Test
  void what_was_ordered_has_a_document() {
    assertThat(new AdHocGround(SUPERIOR_ORDER, "专项", "1号", LocalDate.EPOCH).isOrdered()).isTrue();
    assertThat(new AdHocGround(COMPLAINT, "投诉", "", null).isOrdered()).isFalse();
  }
}
