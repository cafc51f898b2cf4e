package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.story.JointVisits.Joint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How is inspected and what it can come to: the same record under one regulation and another. */
class WaysAndResultsByRulesTest extends RuledVisitTest {

  private JsonNode demands(Joint joint) throws Exception {
    return chain.readRecord(joint.market(), "inspector", joint.visit()).get("demands");
  }

  private static List<String> values(JsonNode choice) {
    return choice.get("values").valueStream().map(JsonNode::asString).toList();
  }

  /** What is missing when a record with these changes is handed in, under the clause. */
  private List<String> refusedRecord(String profile, String clause, Map<String, Object> changed)
      throws Exception {
    Joint joint = joints.under(profile);
    chain.ok(joints.notice(joint.market(), joint.visit(), notTold("不宜提前告知")));
    saved(joint, changed);
    return missing(
        refused(
            joints.submit(joint.market(), joint.visit(), false),
            "fieldwork.record-incomplete",
            profile,
            clause));
  }

  private void taken(String profile, Map<String, Object> changed) throws Exception {
    Joint joint = joints.under(profile);
    chain.ok(joints.notice(joint.market(), joint.visit(), notTold("不宜提前告知")));
    saved(joint, changed);
    chain.ok(joints.submit(joint.market(), joint.visit(), false));
  }

  @Test
  @Clause("PDS-19")
  void joint_inspections_are_on_site_and_other_ways_only_come_on_top() throws Exception {
    JsonNode method = demands(joints.under("pingdingshan")).get("method");
    assertThat(values(method))
        .containsExactly("on-site", "documents", "network-monitoring", "third-party");
    assertThat(method.get("onSite").asBoolean()).isTrue();
    assertThat(
            refusedRecord(
                "pingdingshan", "PDS-19", Map.of("methods", List.of("documents", "third-party"))))
        .containsExactly("没有选现场检查");
    taken("pingdingshan", Map.of("methods", List.of("on-site", "third-party")));
    // Where nothing of it is laid down, documents alone will do.
    taken("taizhou", Map.of("methods", List.of("documents")));
  }

  @Test
  @Clause({"RS-2.5", "SX-4.2"})
  void on_site_is_what_is_chosen_already_where_it_is_the_rule_and_tests_are_not_for_everybody()
      throws Exception {
    Joint joint = joints.under("rushan");
    JsonNode blank = chain.readRecord(joint.market(), "inspector", joint.visit());
    assertThat(blank.at("/content/methods").valueStream().map(JsonNode::asString))
        .containsExactly("on-site");
    assertThat(blank.at("/demands/method/usual").asString()).isEqualTo("on-site");
    assertThat(refusedRecord("shaoxing", "SX-4.2", Map.of("methods", List.of("testing"))))
        .containsExactly("检查方式未选，或者不是规定的方式");
    taken("zibo_miit", Map.of("methods", List.of("testing")));
  }

  @Test
  @Clause("ZB-15.5")
  void steps_are_adjusted_with_a_reason_where_the_rules_allow_it_and_nowhere_else()
      throws Exception {
    Map<String, Object> adjusted =
        Map.of("adjustedSteps", "网络监测，不到现场，无需送达通知书", "noticeHandedOver", false);
    taken("zibo_miit", adjusted);
    assertThat(refusedRecord("pingdingshan", "PDS-19", adjusted))
        .containsExactlyInAnyOrder("检查步骤不得调整", "未确认已送达检查通知书");
  }

  @Test
  @Clause("PDS-20")
  void results_are_of_the_ten_kinds_of_the_regulation_or_stated() throws Exception {
    assertThat(values(demands(joints.under("pingdingshan")).get("results")))
        .containsExactly(
            "no-problem-found",
            "due-information-not-published",
            "published-information-false",
            "unreachable-at-registered-address",
            "problem-found-correction-ordered",
            "seriously-uncooperative",
            "no-related-business-activity",
            "problem-found-to-be-handled",
            "passed",
            "failed");
    assertThat(refusedRecord("pingdingshan", "PDS-20", result("problem-found-corrected")))
        .containsExactly("检查结果未选");
    taken("pingdingshan", result("published-information-false"));
    taken("pingdingshan", result("other:经营场所正在搬迁"));
    // The same kind is none where the regulation is silent and the base rules list others.
    assertThat(refusedRecord("taizhou", "SL-25", result("published-information-false")))
        .containsExactly("检查结果未选");
    taken("taizhou", result("problem-found-corrected"));
  }
}
