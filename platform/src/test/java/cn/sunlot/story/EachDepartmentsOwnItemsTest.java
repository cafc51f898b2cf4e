package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PdfText;
import cn.sunlot.law.Clause;
import cn.sunlot.publicity.PublicRows;
import cn.sunlot.story.JointVisits.Joint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** In a joint visit each department enters, answers for and publishes its own items. */
class EachDepartmentsOwnItemsTest extends RuledVisitTest {

  @Autowired private PublicRows publicRows;
  @Autowired private Entries entries;

  private List<String> items(JsonNode record) {
    return record.get("items").valueStream().map(i -> i.get("code").asString()).toList();
  }

  private List<String> publicResults(Joint joint) {
    return publicRows.of(joint.market().authorityId()).getOrDefault("result", List.of());
  }

  @Test
  @Clause({"PDS-18", "PDS-20", "SX-4.3"})
  void each_department_has_a_record_with_its_own_items_and_checklists_alone() throws Exception {
    Joint joint = joints.under("pingdingshan");
    JsonNode own = chain.readRecord(joint.market(), "inspector", joint.visit());
    JsonNode other = chain.readRecord(joint.emergency(), "inspector2", joint.visit());
    assertThat(items(own)).containsExactly("SC-01");
    assertThat(items(other)).containsExactly("YJ-01");
    assertThat(own.get("parts")).hasSize(2);
    assertThat(other.get("allowedCommands").valueStream().map(JsonNode::asString))
        .contains("save", "submit");
    // Each looks at the other's, and changes nothing in it.
    String path = "/api/visits/" + joint.visit() + "/record";
    String theirs = "?department=" + Joint.department(joint.emergency());
    JsonNode looked = chain.ok(chain.api().read(joint.market(), "inspector", path + theirs));
    assertThat(items(looked)).containsExactly("YJ-01");
    assertThat(looked.get("allowedCommands")).isEmpty();
    Map<String, Object> content = joints.record(joint.emergency(), joint.visit(), DAY);
    JsonNode problem =
        refused(
            chain.api().send(joint.market(), "inspector", path + "/save" + theirs, 1, content),
            "fieldwork.other-departments-items",
            "pingdingshan",
            "PDS-20");
    assertThat(problem.get("detail").asString()).contains("节能科");
    // Nor are its items smuggled into the own record.
    refused(
        joints.save(joint.market(), joint.visit(), content),
        "fieldwork.other-departments-items",
        "pingdingshan",
        "PDS-20");
  }

  @Test
  @Clause("SX-4.3")
  void another_regulation_leaves_each_department_its_own_entries_by_its_own_clause()
      throws Exception {
    Joint joint = joints.under("shaoxing");
    refused(
        joints.save(
            joint.emergency(), joint.visit(), joints.record(joint.market(), joint.visit(), DAY)),
        "fieldwork.other-departments-items",
        "shaoxing",
        "SX-4.3");
  }

  @Test
  @Clause({"PDS-18", "SX-4.3", "TZ-30"})
  void the_first_to_hand_in_ends_the_visit_and_waits_for_nobody() throws Exception {
    Joint joint = joints.under("shaoxing");
    joints.enter(joint.emergency(), joint.visit(), DAY, true);
    assertThat(chain.visit(joint.emergency(), "inspector", joint.visit()).get("state").asString())
        .isEqualTo("finished");
    joints.accept(joint.emergency(), joint.visit());
    // Collected under the target's name, and public, while market supervision still writes.
    assertThat(publicResults(joint))
        .singleElement()
        .asString()
        .contains("\"target_name\": \"企业 A0\"", "\"item_name\": \"事项 YJ-01\"", "节能科")
        // The department that inspected, not the city above all of them.
        .contains("\"authority\": \"示范市 ", "\"body\": \"市应急管理局\"")
        // These rules offer no objection, so the public is not told of any.
        .contains("\"objection_until\": null", "\"objection_by\": \"\"");
    JsonNode begun = chain.readRecord(joint.market(), "inspector", joint.visit());
    assertThat(begun.get("state").asString()).isEqualTo("draft");
    // What the team put down of the course need not be typed again; the items are one's own.
    assertThat(begun.at("/content/visitedOn").asString()).isEqualTo(DAY.toString());
    assertThat(begun.at("/content/items")).isEmpty();
    joints.enter(joint.market(), joint.visit(), DAY, true);
    joints.accept(joint.market(), joint.visit());
    assertThat(publicResults(joint)).hasSize(2);
    assertThat(entries.payloads(joint.market(), "record-accepted"))
        .hasSize(2)
        .anySatisfy(p -> assertThat(p).contains(Joint.department(joint.emergency()).toString()));
  }

  @Test
  @Clause({"TZ-30", "PDS-20", "PDS-26"})
  void the_leader_of_the_own_department_reviews_and_sends_back_and_no_other() throws Exception {
    Joint joint = joints.under("taizhou");
    joints.enter(joint.market(), joint.visit(), DAY, false);
    String theirs = "?department=" + Joint.department(joint.market());
    String path = "/api/visits/" + joint.visit() + "/record";
    JsonNode problem =
        refused(
            chain
                .api()
                .send(
                    joint.emergency(), "head", path + "/accept" + theirs, 2, Map.of("note", "同意")),
            "fieldwork.other-departments-review",
            "taizhou",
            "TZ-30");
    assertThat(problem.get("title").asString()).isEqualTo("不是本部门的检查记录");
    assertThat(publicResults(joint)).isEmpty();
    chain.ok(
        chain.recordCommand(
            joint.market(), "head", joint.visit(), "send-back", Map.of("note", "照片不清")));
    JsonNode back = chain.readRecord(joint.market(), "inspector2", joint.visit());
    assertThat(back.get("state").asString()).isEqualTo("returned");
    assertThat(back.at("/review/note").asString()).isEqualTo("照片不清");
    chain.ok(joints.submit(joint.market(), joint.visit(), false));
    joints.accept(joint.market(), joint.visit());
    assertThat(publicResults(joint)).hasSize(1);
  }

  @Test
  @Clause("RS-2.6")
  void entered_results_are_pushed_to_the_public_with_the_leaders_word_and_not_before()
      throws Exception {
    Joint joint = joints.under("rushan");
    joints.enter(joint.market(), joint.visit(), DAY, false);
    assertThat(publicResults(joint)).isEmpty();
    refused(
        chain.recordCommand(
            joint.market(), "head", joint.visit(), "send-back", Map.of("note", " ")),
        "fieldwork.note-missing",
        "rushan",
        "SL-27");
    assertThat(publicResults(joint)).isEmpty();
    joints.accept(joint.market(), joint.visit());
    assertThat(publicResults(joint)).singleElement().asString().contains("SC-01");
    // What is public is not handed in, accepted or sent back again.
    chain
        .recordCommand(joint.market(), "head", joint.visit(), "send-back", Map.of("note", "重写"))
        .andExpect(status().isConflict());
  }

  @Test
  @Clause("TZ-M9")
  void what_the_law_keeps_from_the_public_is_not_published_and_the_reason_is_kept()
      throws Exception {
    Joint joint = joints.under("taizhou");
    joints.enter(joint.market(), joint.visit(), DAY, false);
    chain.ok(
        chain.recordCommand(
            joint.market(),
            "head",
            joint.visit(),
            "accept",
            Map.of("note", "同意", "withheld", "涉及国家秘密，《政府信息公开条例》第十四条")));
    assertThat(publicResults(joint)).isEmpty();
    JsonNode row = joints.results(joint.market()).get(0);
    assertThat(row.get("state").asString()).isEqualTo("withheld");
    JsonNode result =
        chain.ok(
            chain.api().read(joint.market(), "head", "/api/results/" + row.get("id").asString()));
    assertThat(result.get("limitedReason").asString()).contains("国家秘密");
    // Where the rules know circulation to a limited group, it is that.
    Joint limited = joints.under("zibo_miit");
    joints.enter(limited.market(), limited.visit(), DAY, false);
    chain.ok(
        chain.recordCommand(
            limited.market(),
            "head",
            limited.visit(),
            "accept",
            Map.of("note", "同意", "withheld", "涉及商业秘密")));
    assertThat(joints.results(limited.market()).get(0).get("state").asString())
        .isEqualTo("circulated");
  }

  @Test
  @Clause({"PDS-18", "PDS-20"})
  void the_papers_of_a_department_have_its_items_and_what_was_said_of_notice() throws Exception {
    Joint joint = joints.under("pingdingshan");
    chain.ok(joints.notice(joint.market(), joint.visit(), notTold("事先告知会转移物证")));
    String sheet = print(joint, "record", joint.market());
    assertThat(sheet).contains("SC-01", "事先告知会转移物证").doesNotContain("YJ-01", "见证人");
    assertThat(print(joint, "record", joint.emergency())).contains("YJ-01").doesNotContain("SC-01");
    assertThat(print(joint, "checklist", joint.emergency())).contains("YJ-01");
    assertThat(print(joints.under("zibo_miit"), "record", null)).contains("见证人", "步骤调整");
    assertThat(print(joints.under("taizhou"), "record", null))
        .contains("按规定不得提前通知")
        .doesNotContain("步骤调整");
  }

  private String print(Joint joint, String paper, @Nullable Bureau of) throws Exception {
    String department = of == null ? "" : "?department=" + Joint.department(of);
    return PdfText.of(
            chain
                .api()
                .read(
                    joint.market(),
                    "inspector",
                    "/api/visits/" + joint.visit() + "/" + paper + ".pdf" + department)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray())
        .text();
  }
}
