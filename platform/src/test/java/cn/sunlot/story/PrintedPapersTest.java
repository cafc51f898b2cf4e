package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PdfText;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.law.Clause;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The papers that a bureau hands over, fills in and signs. */
@PlatformTest
class PrintedPapersTest {

  private static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @Autowired private Chain chain;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;

  private Bureau bureau;

  @BeforeEach
  void prepareBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    chain.addInspector(bureau, "赵㛃", "节能科", LICENCE, bureau.person("inspector"));
    chain.addInspector(bureau, "钱检查", "节能科", LICENCE, bureau.person("inspector2"));
  }

  private String openTask(Map<String, Integer> ratesBp) throws Exception {
    UUID line = chain.publishedLine(bureau, "JN-01", ratesBp);
    return chain.openTask(bureau, line).get("id").asString();
  }

  /** A task with one visit that is on its way. */
  private JsonNode dispatchedVisit() throws Exception {
    String task = staffedTask();
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
    return chain.visits(bureau, task).get(0);
  }

  private String staffedTask() throws Exception {
    chain.addTargets(bureau, "A", 10);
    String task = openTask(Map.of("A", 1000));
    chain.drawTargets(bureau, task);
    chain.drawTeams(bureau, task);
    return task;
  }

  private byte[] bytes(String who, String path) throws Exception {
    return chain
        .api()
        .read(bureau, who, path)
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/pdf"))
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private PdfText print(String who, String path) throws Exception {
    return PdfText.of(bytes(who, path));
  }

  private static String path(JsonNode visit, String paper) {
    return "/api/visits/" + visit.get("id").asString() + "/" + paper + ".pdf";
  }

  @Test
  @Clause({"ZB-15", "TZ-30", "PDS-20"})
  void the_notice_names_target_items_basis_team_rights_and_the_draws() throws Exception {
    JsonNode visit = dispatchedVisit();
    JsonNode detail = chain.visit(bureau, "officer", visit.get("id").asString());
    String notice = print("inspector", path(visit, "notice")).text();
    assertThat(notice)
        .contains("示范市工业和信息化局", "检查通知书", "编号：" + visit.get("number").asString())
        .contains(squeeze(visit.get("targetName")) + "：", visit.get("unitId").asString())
        .contains("赵㛃", "钱检查", "可以申请其回避", "60个工作日内", "监督电话")
        .contains("《中华人民共和国节约能源法》第十六条", "方式：实地核查")
        .contains("根据《淄博市工业和信息化局“双随机、一公开”监管工作实施细则》和")
        .contains("检查对象的抽取D-2026-0001、检查人员的抽取D-2026-0002")
        .contains("按规定可以提前通知，也可以在检查现场送达", "送达回执", "（印章）");
    for (JsonNode item : detail.get("items")) {
      assertThat(notice).contains(squeeze(item.get("item").get("name")));
    }
    String leader =
        detail
            .get("members")
            .valueStream()
            .filter(m -> m.get("leader").asBoolean())
            .map(m -> m.get("licenceNumber").asString())
            .findFirst()
            .orElseThrow();
    detail
        .get("members")
        .forEach(
            m ->
                assertThat(notice.indexOf(m.get("licenceNumber").asString()))
                    .isGreaterThanOrEqualTo(notice.indexOf(leader))
                    .isPositive());
  }

  private static String squeeze(JsonNode text) {
    return text.asString().replaceAll("\\s+", "");
  }

  @Test
  void papers_go_out_under_their_chinese_name_and_are_not_guessed_at() throws Exception {
    JsonNode visit = dispatchedVisit();
    String name =
        URLEncoder.encode(
                "检查通知书 " + visit.get("number").asString() + ".pdf", StandardCharsets.UTF_8)
            .replace("+", "%20");
    chain
        .api()
        .read(bureau, "officer", path(visit, "notice"))
        .andExpect(
            header().string("Content-Disposition", containsString("filename*=UTF-8''" + name)))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Cache-Control", "no-store"));
  }

  @Test
  void papers_have_english_labels_where_english_is_asked_for() throws Exception {
    JsonNode visit = dispatchedVisit();
    for (String paper : List.of("notice", "checklist", "record")) {
      String english = print("officer", path(visit, paper) + "?lang=en").text();
      assertThat(english)
          .contains("Englishlabelsforreading", "Page1of", squeeze(visit.get("targetName")))
          .doesNotContain("fieldwork.", "papers.", "policy.value", "检查通知书", "年月日");
    }
  }

  @Test
  @Clause({"ZB-9", "ZB-15"})
  void nothing_is_printed_of_a_visit_that_was_not_sent_out() throws Exception {
    String task = staffedTask();
    JsonNode visit = chain.visits(bureau, task).get(0);
    for (String paper : List.of("notice", "checklist", "record")) {
      chain
          .api()
          .read(bureau, "officer", path(visit, paper))
          .andExpect(status().isConflict())
          .andExpect(jsonPath("$.type").value("urn:sunlot:problem:fieldwork.paper-too-early"));
    }
  }

  @Test
  @Clause("ZB-20")
  void papers_are_for_the_section_and_the_team_only() throws Exception {
    JsonNode visit = dispatchedVisit();
    String task = "/api/draws/" + drawOf(visit);
    for (String paper : List.of("notice", "checklist", "record")) {
      chain.api().read(bureau, "officer2", path(visit, paper)).andExpect(status().isNotFound());
      chain.api().read(bureau, "sysadmin", path(visit, paper)).andExpect(status().isForbidden());
    }
    chain.api().read(bureau, "officer2", task + "/record.pdf").andExpect(status().isNotFound());
    Bureau other = bureaus.create("zibo_miit");
    chain.api().read(other, "officer", path(visit, "notice")).andExpect(status().isNotFound());
  }

  private String drawOf(JsonNode visit) throws Exception {
    JsonNode detail = chain.visit(bureau, "officer", visit.get("id").asString());
    String task = detail.get("items").get(0).get("taskId").asString();
    return chain.task(bureau, task).get("draws").get(0).get("id").asString();
  }

  @Test
  @Clause("ZB-15")
  void checklist_and_record_are_blank_for_the_pen_until_something_is_entered() throws Exception {
    JsonNode visit = dispatchedVisit();
    PdfText checklist = print("inspector", path(visit, "checklist"));
    assertThat(checklist.text())
        .contains("检查表", "符合", "不符合", "不适用", "检查日期：年月日", "检查人员签名（赵㛃）")
        .doesNotContain("✓符合");
    PdfText record = print("inspector", path(visit, "record"));
    assertThat(record.text())
        .contains("检查记录", "已向检查对象出示执法证件", "未发现问题", "其他（须写明）")
        .contains("检查无法进行的情形", "已注销", "拒签情况及说明", "见证人（必要时）")
        .contains("检查对象签名（盖章）", "检查人员签名（钱检查）", "科室负责人审核意见")
        .doesNotContain("✓", "草稿");
    assertThat(bytes("inspector", path(visit, "record")))
        .isEqualTo(bytes("inspector2", path(visit, "record")));
  }

  private void save(JsonNode visit, Map<String, Object> content) throws Exception {
    chain.ok(chain.recordCommand(bureau, "inspector", visit.get("id").asString(), "save", content));
  }

  private Map<String, Object> entered(JsonNode visit, String type, String finding)
      throws Exception {
    JsonNode detail = chain.readRecord(bureau, "inspector", visit.get("id").asString());
    return new LinkedHashMap<>(Chain.record(detail, DAY, type, finding));
  }

  @Test
  @Clause("ZB-15")
  void a_refusal_to_sign_stands_in_the_record_with_its_explanation_and_witness() throws Exception {
    JsonNode visit = dispatchedVisit();
    clock.set(DAY);
    Map<String, Object> content =
        entered(visit, "problem-found-to-be-handled", "两台电动机属于国家明令淘汰的设备。");
    content.put(
        "signature",
        Map.of("signed", false, "signer", "", "explanation", "称须请示总公司。", "witness", "社区周某"));
    save(visit, content);
    chain.ok(chain.addPhoto(bureau, "inspector2", visit.get("id").asString()));
    JsonNode photo =
        chain.readRecord(bureau, "inspector", visit.get("id").asString()).get("evidence").get(0);
    String draft = print("inspector", path(visit, "record")).text();
    assertThat(draft)
        .contains("填写中", "2026年3月10日", "✓发现问题待后续处理", "两台电动机属于国家明令淘汰的设备。")
        .contains("✓已向检查对象出示执法证件", "✓已送达检查通知书", "✓实地核查")
        .contains("称须请示总公司。", "社区周某", "照片", "门头")
        .contains(photo.get("sha256").asString())
        .doesNotContain("以上记录已经核对", "检查无法进行的情形");
    assertThat(print("inspector", path(visit, "checklist")).text()).contains("2026年3月10日");
  }

  @Test
  @Clause("ZB-17")
  void a_direct_result_stands_in_the_record_with_its_reason_and_evidence() throws Exception {
    JsonNode visit = dispatchedVisit();
    clock.set(DAY);
    chain.ok(chain.addPhoto(bureau, "inspector", visit.get("id").asString()));
    Map<String, Object> content = entered(visit, "no-problem-found", "");
    content.put("items", List.of());
    content.put("signature", null);
    content.put("direct", Map.of("reason", "deregistered", "explanation", "登记机关已于2月办结注销。"));
    save(visit, content);
    chain.ok(chain.recordCommand(bureau, "inspector", visit.get("id").asString(), "submit", null));
    chain.ok(
        chain.recordCommand(
            bureau, "head", visit.get("id").asString(), "accept", Map.of("note", "情况属实")));
    String record = print("head", path(visit, "record")).text();
    assertThat(record)
        .contains("检查无法进行的情形", "✓已注销", "登记机关已于2月办结注销。", "门头.jpg", "情况属实", "测试head")
        .doesNotContain("填写中", "发现的问题");
  }

  @Test
  @Clause("ZB-9")
  void the_record_sheet_of_a_draw_can_be_signed_before_the_draw_is_closed() throws Exception {
    chain.addTargets(bureau, "A", 10);
    String task = openTask(Map.of("A", 2000));
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    JsonNode frozen = chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
    String draw = frozen.get("draws").get(0).get("id").asString();
    String sheet = "/api/draws/" + draw + "/record.pdf";
    chain
        .api()
        .read(bureau, "officer", sheet)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.clauses[0]").value("ZB-9"))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:drawing.record-sheet-too-early"));
    chain.draw(bureau, draw, "add-witness", Chain.witness());
    JsonNode committed = chain.draw(bureau, draw, "commit", Map.of());
    String hash = committed.get("commitment").get("hash").asString();
    assertThat(print("officer", sheet).text())
        .contains("检查对象抽取记录表", "D-2026-0001", hash, "王见证", "法规科", "尚未抽取", "测试officer")
        .contains("重点用能单位节能监察", "共10户，列入抽取10户，未列入0户", "20%")
        .doesNotContain("抽中的检查对象（");
    chain.draw(bureau, draw, "reveal", Map.of("party", "operator"));
    chain.draw(bureau, draw, "reveal", Map.of("party", "w1", "nonce", "e7".repeat(32)));
    JsonNode drawn = chain.draw(bureau, draw, "draw", Map.of());
    String text = print("officer", sheet).text();
    assertThat(text).contains("抽中的检查对象（2户）", "e7e7e7e7", "在场人员签名", "其他在场人员");
    drawn
        .get("result")
        .get("targets")
        .forEach(
            t -> assertThat(text).contains(squeeze(t.get("name")), t.get("unitId").asString()));
    assertThat(bytes("officer", sheet)).isEqualTo(bytes("officer", sheet));
  }

  @Test
  @Clause("ZB-9")
  void the_record_sheet_of_a_draw_of_inspectors_shows_the_teams() throws Exception {
    String task = staffedTask();
    JsonNode draws = chain.task(bureau, task).get("draws");
    String draw = draws.get(draws.size() - 1).get("id").asString();
    JsonNode visit = chain.visits(bureau, task).get(0);
    assertThat(print("officer", "/api/draws/" + draw + "/record.pdf").text())
        .contains("检查人员抽取记录表", visit.get("number").asString())
        .contains(squeeze(visit.get("targetName")), "（组长）", "赵㛃", "钱检查");
  }

  @Test
  @Clause("ZB-9")
  void a_void_draw_says_so_on_its_sheet_with_the_reason() throws Exception {
    chain.addTargets(bureau, "A", 10);
    String task = openTask(Map.of("A", 2000));
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    JsonNode frozen = chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
    String draw = frozen.get("draws").get(0).get("id").asString();
    JsonNode seen = chain.ok(chain.api().read(bureau, "principal", "/api/draws/" + draw));
    chain.ok(
        chain
            .api()
            .send(
                bureau,
                "principal",
                "/api/draws/" + draw + "/void",
                seen.get("version").asInt(),
                Map.of("reason", "名单漏列三户")));
    assertThat(print("officer", "/api/draws/" + draw + "/record.pdf").text())
        .contains("本次抽取作废", "名单漏列三户", "经批准放弃", "测试principal");
  }

  @Test
  @Clause("ZB-9")
  void three_hundred_drawn_targets_are_all_on_the_sheet_under_repeated_heads() throws Exception {
    chain.addTargets(bureau, "A", 300);
    String task = openTask(Map.of("A", 10000));
    chain.drawTargets(bureau, task);
    String draw = chain.task(bureau, task).get("draws").get(0).get("id").asString();
    PdfText sheet = print("officer", "/api/draws/" + draw + "/record.pdf");
    assertThat(sheet.pages()).isBetween(6, 20);
    chain
        .ok(chain.api().read(bureau, "officer", "/api/draws/" + draw))
        .get("result")
        .get("targets")
        .forEach(t -> assertThat(sheet.text()).contains(t.get("unitId").asString()));
    String head = "序号轮次类别统一社会信用代码检查对象备注";
    assertThat(sheet.text().split(head, -1)).hasSizeBetween(6, 16);
  }

  @Test
  @Clause("ZB-15.4")
  void the_task_report_states_time_number_content_findings_and_handling() throws Exception {
    JsonNode visit = dispatchedVisit();
    String id = visit.get("id").asString();
    clock.set(DAY);
    save(visit, entered(visit, "no-problem-found", ""));
    chain.ok(chain.addPhoto(bureau, "inspector2", id));
    chain.ok(chain.recordCommand(bureau, "inspector2", id, "submit", null));
    chain.ok(chain.recordCommand(bureau, "head", id, "accept", Map.of("note", "同意")));
    JsonNode report =
        chain.ok(chain.api().read(bureau, "officer", "/api/reports")).get("items").get(0);
    String path = "/api/reports/" + report.get("id").asString();
    Map<String, Object> text =
        Map.of(
            "period", "2026年3月上旬",
            "targets", 1,
            "content", "用能设备淘汰情况",
            "findings", "没有发现问题",
            "handling", "继续日常监管");
    chain.ok(
        chain.api().send(bureau, "officer", path + "/save", report.get("version").asInt(), text));
    assertThat(print("officer", path + "/report.pdf").text())
        .contains("抽查任务报告", "草稿", "2026年3月上旬", "1户", "用能设备淘汰情况", "没有发现问题", "继续日常监管")
        .contains("检查结果明细", squeeze(visit.get("targetName")), "未发现问题");
    chain.api().read(bureau, "officer2", path + "/report.pdf").andExpect(status().isNotFound());
    assertThat(print("head", path + "/report.pdf?lang=en").text())
        .contains("Taskreport", "Draft", "Proposedhandling")
        .doesNotContain("results.paper");
  }
}
