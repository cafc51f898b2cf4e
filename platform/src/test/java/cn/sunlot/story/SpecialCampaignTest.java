package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Entries;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.planning.domain.Rates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Special campaigns on items of the list are joint inspections, as a rule. */
class SpecialCampaignTest extends JointStory {

  @Autowired private Entries entries;

  @Override
  protected String rules() {
    return "pingdingshan";
  }

  @Test
  @Clause("PDS-8")
  void a_campaign_outside_the_plan_is_joint_and_alone_for_a_stated_reason_only() throws Exception {
    JsonNode refusal =
        refused(open(market, order("燃气安全专项整治", marketItem)), "tasking.campaign-not-joint", "PDS-8");
    assertThat(refusal.get("now").asString()).contains("邀请相关部门", "理由");
    Map<String, Object> blank = order("燃气安全专项整治", marketItem);
    blank.put("aloneReason", "  ");
    refused(open(market, blank), "tasking.campaign-not-joint", "PDS-8");
    JsonNode opened = chain.ok(open(market, alone("燃气安全专项整治", marketItem)));
    assertThat(opened.get("aloneReason").asString()).isEqualTo("只涉及本部门职责");
    assertThat(entries.payloads(market, "task-opened").toString())
        .contains("\"aloneReason\":\"只涉及本部门职责\"");
    assertThat(inviting(order("燃气安全联合整治", marketItem))).as("with others").isNotEmpty();
  }

  @Test
  @Clause("PDS-8")
  void a_campaign_in_a_departments_own_plan_needs_the_same() throws Exception {
    UUID line = campaign();
    refused(openLine(line, null), "tasking.campaign-not-joint", "PDS-8");
    JsonNode opened = chain.ok(openLine(line, "专业设备只有本部门有"));
    assertThat(opened.get("aloneReason").asString()).isEqualTo("专业设备只有本部门有");
    assertThat(opened.get("profileId").asString()).isEqualTo("base");
  }

  @Test
  void where_the_rules_do_not_speak_of_campaigns_a_department_needs_no_reason() throws Exception {
    under("taizhou");
    assertThat(chain.ok(open(market, order("专项检查", marketItem))).get("aloneReason").asString())
        .isEmpty();
  }

  private ResultActions openLine(UUID line, @Nullable String reason) throws Exception {
    Map<String, Object> order = new HashMap<>();
    order.put("lineId", line);
    order.put("aloneReason", reason);
    return chain.api().send(market, "officer", "/api/tasks", null, order);
  }

  private UUID campaign() {
    var line = YearlyPlans.line(market, "专项整治", UUID.fromString(marketItem), Map.of("A", 10_000));
    var how =
        new Arrangement(
            List.of(), Handling.CITY_RUN, Weights.NONE, Set.of(), Form.SPECIAL_CAMPAIGN, "", 2);
    var campaign =
        YearlyPlans.with(
            line, Set.of(), Rates.of(Map.of("A", 10_000)), "2026-03-01", "2026-11-30", how);
    return plans.published(market, plans.draft(market, campaign)).current().lines().get(0).id();
  }
}
