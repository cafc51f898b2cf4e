package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.law.Clause;
import cn.sunlot.story.JointVisits.Joint;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Telling a target of its visit beforehand: forbidden here, required there, open elsewhere. */
class AdvanceNoticeTest extends RuledVisitTest {

  @Test
  @Clause("TZ-30")
  void where_notice_is_forbidden_none_is_given_unless_the_law_that_demands_it_is_named()
      throws Exception {
    Joint joint = joints.under("taizhou");
    JsonNode problem =
        refused(
            joints.notice(joint.market(), joint.visit(), told()),
            "fieldwork.notice-forbidden",
            "taizhou",
            "TZ-30");
    assertThat(problem.get("title").asString()).isEqualTo("不得提前通知检查对象");
    Map<String, Object> byLaw = new HashMap<>(told());
    byLaw.put("law", "《中华人民共和国特种设备安全法》第六十二条");
    JsonNode noted = chain.ok(joints.notice(joint.market(), joint.visit(), byLaw));
    assertThat(noted.at("/notices/0/law").asString()).contains("特种设备安全法");
    assertThat(noted.at("/notices/0/notedBy").asString()).isEqualTo("测试inspector");
    // Nothing has to be put down where nothing was told.
    Joint silent = joints.under("taizhou");
    saved(silent, Map.of());
    chain.ok(joints.submit(silent.market(), silent.visit(), false));
  }

  @Test
  @Clause("PDS-20")
  void where_notice_is_required_a_record_without_a_word_on_it_is_refused() throws Exception {
    Joint joint = joints.under("pingdingshan");
    saved(joint, Map.of());
    JsonNode problem =
        refused(
            joints.submit(joint.market(), joint.visit(), false),
            "fieldwork.record-incomplete",
            "pingdingshan",
            "PDS-20");
    assertThat(missing(problem)).containsExactly("没有记录是否提前通知检查对象");
    refused(
        joints.notice(joint.market(), joint.visit(), notTold(" ")),
        "fieldwork.notice-required",
        "pingdingshan",
        "PDS-20");
    chain.ok(joints.notice(joint.market(), joint.visit(), told()));
    chain.ok(joints.submit(joint.market(), joint.visit(), false));
  }

  @Test
  @Clause("PDS-20")
  void notice_is_given_in_one_of_the_ways_to_somebody_and_before_the_visit() throws Exception {
    Joint joint = joints.under("pingdingshan");
    Map<String, Object> said = new HashMap<>(told());
    said.put("way", "wechat");
    JsonNode problem =
        refused(
            joints.notice(joint.market(), joint.visit(), said),
            "fieldwork.notice-way",
            "pingdingshan",
            "PDS-20");
    assertThat(problem.get("why").asString()).contains("书面", "电话", "传真").doesNotContain("fax");
    said.put("way", "fax");
    said.put("receiver", "");
    refused(
        joints.notice(joint.market(), joint.visit(), said),
        "fieldwork.notice-incomplete",
        "pingdingshan",
        "PDS-20");
    said.put("receiver", "李厂长");
    said.put("givenAt", "2026-03-12T01:30:00Z");
    refused(
        joints.notice(joint.market(), joint.visit(), said),
        "fieldwork.notice-incomplete",
        "pingdingshan",
        "PDS-20");
    clock.set(DAY.plusDays(4));
    chain.ok(joints.notice(joint.market(), joint.visit(), said));
    saved(joint, Map.of());
    assertThat(
            missing(
                refused(
                    joints.submit(joint.market(), joint.visit(), false),
                    "fieldwork.record-incomplete",
                    "pingdingshan",
                    "PDS-20")))
        .containsExactly("通知时间晚于检查日期");
  }

  @Test
  @Clause("PDS-20")
  void where_the_matter_does_not_suit_notice_none_is_issued_before_the_visit_is_over()
      throws Exception {
    Joint joint = joints.under("pingdingshan");
    String paper = "/api/visits/" + joint.visit() + "/notice.pdf";
    chain.api().read(joint.market(), "inspector", paper).andExpect(status().isOk());
    chain.ok(joints.notice(joint.market(), joint.visit(), notTold("涉嫌无照经营，事先告知会转移物证")));
    JsonNode problem =
        refused(
            chain.api().read(joint.market(), "inspector", paper),
            "fieldwork.notice-not-issued",
            "pingdingshan",
            "PDS-20");
    assertThat(problem.get("detail").asString()).contains("涉嫌无照经营");
    saved(joint, Map.of());
    chain.ok(joints.submit(joint.market(), joint.visit(), false));
    chain.api().read(joint.market(), "inspector", paper).andExpect(status().isOk());
    // What was said stands once the record is handed in.
    joints.notice(joint.market(), joint.visit(), told()).andExpect(status().isConflict());
  }

  @Test
  void where_the_rules_leave_it_open_both_are_taken_down() throws Exception {
    Joint joint = joints.under("rushan");
    chain.ok(joints.notice(joint.market(), joint.visit(), notTold("")));
    JsonNode noted = chain.ok(joints.notice(joint.market(), joint.visit(), told()));
    assertThat(noted.get("notices")).hasSize(2);
    assertThat(noted.at("/demands/notice/value").asString()).isEqualTo("allowed");
    // Somebody who is not of the team notes nothing.
    chain
        .api()
        .send(
            joint.market(),
            "officer",
            "/api/visits/" + joint.visit() + "/record/note-notice",
            null,
            told())
        .andExpect(status().isForbidden());
  }
}
