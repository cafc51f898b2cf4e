package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.law.Clause;
import cn.sunlot.publicity.PublicRows;
import cn.sunlot.publicity.usecase.RebuildPublicity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a plan line to a published result that was corrected once, under the rules of Zibo. */
@PlatformTest
class InspectionStoryTest {

  private static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);

  @Autowired private Chain chain;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private PublicRows publicRows;
  @Autowired private RebuildPublicity rebuild;

  private Bureau bureau;
  private UUID line;
  private UUID inspector;
  private UUID inspector2;

  @BeforeEach
  void prepareBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    inspector = chain.addInspector(bureau, "赵检查", "节能科", LICENCE, bureau.person("inspector"));
    inspector2 = chain.addInspector(bureau, "钱检查", "节能科", LICENCE, bureau.person("inspector2"));
    chain.addTargets(bureau, "A", 40);
    chain.addTargets(bureau, "D", 4);
    line = chain.publishedLine(bureau, "JN-01", Map.of("A", 500, "D", 5000));
  }

  private String runningTask() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    chain.drawTeams(bureau, task);
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
    return task;
  }

  @Test
  @Clause({"ZB-9", "ZB-15", "ZB-15.4", "ZB-16"})
  void a_plan_line_becomes_published_results_step_by_step() throws Exception {
    String task = runningTask();
    JsonNode visits = chain.visits(bureau, task);
    // 5 % of 40 and 50 % of 4, rounded up.
    assertThat(visits).hasSize(4);
    clock.set(LocalDate.of(2026, 3, 10));
    for (JsonNode visit : visits) {
      inspect(visit.get("id").asString());
    }
    assertThat(chain.task(bureau, task).get("state").asString()).isEqualTo("ended");
    JsonNode report = report(bureau);
    // Five working days after Tuesday 10 March.
    assertThat(report.get("due").get("date").asString()).isEqualTo("2026-03-17");
    publish(report);
    JsonNode results =
        chain.ok(chain.api().read(bureau, "head", "/api/results?size=50")).get("items");
    assertThat(results)
        .hasSize(4)
        .allSatisfy(r -> assertThat(r.get("state").asString()).isEqualTo("published"));
    correct(results.get(0).get("id").asString());
    assertPublic();
  }

  /** What the public sees: numbers and results, and the same after a rebuild. */
  private void assertPublic() {
    Map<String, List<String>> shown = publicRows.of(bureau.authorityId());
    assertThat(shown.get("result")).hasSize(5);
    assertThat(shown.get("draw")).hasSize(2);
    assertThat(shown.get("transcript")).hasSize(2);
    assertThat(shown.get("notice")).hasSize(1);
    assertThat(shown.get("notice").get(0)).contains("\"targets\": 4");
    rebuild.run();
    Map<String, List<String>> rebuilt = publicRows.of(bureau.authorityId());
    // The chain puts its inspectors into the registry without the command that tells of them.
    shown.remove("inspector");
    assertThat(rebuilt.remove("inspector")).hasSize(2);
    assertThat(rebuilt).isEqualTo(shown);
  }

  private void inspect(String visit) throws Exception {
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    chain.ok(
        chain.recordCommand(
            bureau,
            "inspector",
            visit,
            "save",
            Chain.record(detail, LocalDate.of(2026, 3, 10), "no-problem-found", "")));
    chain.ok(chain.addPhoto(bureau, "inspector2", visit));
    chain.ok(chain.recordCommand(bureau, "inspector2", visit, "submit", null));
    chain.ok(chain.recordCommand(bureau, "head", visit, "accept", Map.of("note", "同意")));
  }

  private JsonNode report(Bureau bureau) throws Exception {
    return chain.ok(chain.api().read(bureau, "officer", "/api/reports")).get("items").get(0);
  }

  private void publish(JsonNode report) throws Exception {
    String path = "/api/reports/" + report.get("id").asString();
    int version = report.get("version").asInt();
    // Findings and proposed handling are still empty (ZB-15.4).
    chain
        .api()
        .send(bureau, "officer", path + "/submit", version, null)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.clauses", hasItem("ZB-15.4")));
    Map<String, Object> text =
        Map.of(
            "period", "2026年3月",
            "targets", 4,
            "content", "用能设备淘汰情况",
            "findings", "未发现问题",
            "handling", "无");
    JsonNode saved = chain.ok(chain.api().send(bureau, "officer", path + "/save", version, text));
    JsonNode submitted =
        chain.ok(
            chain
                .api()
                .send(bureau, "officer", path + "/submit", saved.get("version").asInt(), null));
    assertThat(submitted.get("publishDue").get("date").asString()).isEqualTo("2026-03-12");
    chain.ok(
        chain
            .api()
            .send(bureau, "head", path + "/publish", submitted.get("version").asInt(), null));
  }

  private void correct(String result) throws Exception {
    JsonNode published = chain.ok(chain.api().read(bureau, "principal", "/api/results/" + result));
    Map<String, Object> right =
        Map.of(
            "type", "problem-found-corrected",
            "finding", "一台电机属淘汰型号，当场停用",
            "measures", List.of("责令停止使用"),
            "handling", "",
            "reason", "录入时选错结果");
    int version = published.get("version").asInt();
    chain
        .api()
        .send(bureau, "head", "/api/results/" + result + "/correct", version, right)
        .andExpect(status().isForbidden());
    JsonNode correction =
        chain.ok(
            chain
                .api()
                .send(bureau, "principal", "/api/results/" + result + "/correct", version, right));
    assertThat(correction.get("revision").asInt()).isEqualTo(2);
    assertThat(correction.get("revisions")).hasSize(2);
    assertThat(correction.get("revisions").get(0).get("statement").get("type").asString())
        .isEqualTo("no-problem-found");
    assertThat(correction.get("revisions").get(0).get("state").asString()).isEqualTo("corrected");
    chain
        .api()
        .send(bureau, "principal", "/api/results/" + result + "/correct", version + 1, right)
        .andExpect(status().isConflict());
  }

  @Test
  @Clause("ZB-15")
  void an_incomplete_record_is_refused_and_every_missing_thing_is_named() throws Exception {
    String visit = chain.visits(bureau, runningTask()).get(0).get("id").asString();
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    Map<String, Object> content =
        Chain.record(detail, LocalDate.of(2026, 3, 2), "problem-found-to-be-handled", "");
    content.put("noticeHandedOver", false);
    content.put(
        "signature", Map.of("signed", false, "signer", "", "explanation", "", "witness", ""));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "save", content));
    JsonNode problem =
        chain
            .api()
            .body(
                chain
                    .recordCommand(bureau, "inspector", visit, "submit", null)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.clauses", hasItem("ZB-15"))));
    List<String> fields = new ArrayList<>();
    problem.get("errors").forEach(e -> fields.add(e.get("message").asString()));
    assertThat(fields).containsExactlyInAnyOrder("未确认已送达检查通知书", "没有全过程记录", "拒签未注明情况", "发现的问题未写明");
  }

  @Test
  @Clause("ZB-17")
  void a_direct_result_needs_a_listed_reason_and_evidence_first_and_then_counts_as_done()
      throws Exception {
    String visit = chain.visits(bureau, runningTask()).get(0).get("id").asString();
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    Map<String, Object> content = Chain.record(detail, LocalDate.of(2026, 3, 2), "", "");
    content.put("direct", Map.of("reason", "too-far", "explanation", "太远"));
    chain
        .recordCommand(bureau, "inspector", visit, "save", content)
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.type").value("urn:sunlot:problem:fieldwork.direct-reason-not-listed"));
    content.put(
        "direct", Map.of("reason", "unreachable-at-registered-address", "explanation", "登记住所无此企业"));
    chain
        .recordCommand(bureau, "inspector", visit, "save", content)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:fieldwork.evidence-first"))
        .andExpect(jsonPath("$.clauses", hasItem("ZB-17")));
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "save", content));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "submit", null));
    assertThat(chain.visit(bureau, "inspector", visit).get("state").asString())
        .isEqualTo("finished");
  }

  @Test
  void nobody_reviews_what_they_took_part_in_and_strangers_enter_nothing() throws Exception {
    String visit = chain.visits(bureau, runningTask()).get(0).get("id").asString();
    chain
        .api()
        .send(bureau, "officer", "/api/visits/" + visit + "/record/save", 1, Map.of())
        .andExpect(status().isForbidden());
    chain.addPhoto(bureau, "head", visit).andExpect(status().isForbidden());
  }

  @Test
  @Clause("ZB-9")
  void the_drawn_list_cannot_be_drawn_again_or_changed() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    chain
        .taskCommand(bureau, task, "prepare-pool", null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.allowedCommands", hasItem("form-teams")));
    chain.taskCommand(bureau, task, "freeze-pool", null).andExpect(status().isConflict());
    chain
        .taskCommand(bureau, task, "abandon", Map.of("reason", "名单不合适"))
        .andExpect(status().isConflict());
  }

  @Test
  @Clause({"ZB-2", "ZB-21"})
  void outside_the_plan_only_a_listed_ground_opens_a_task() throws Exception {
    JsonNode item =
        chain.task(bureau, chain.openTask(bureau, line).get("id").asString()).get("items").get(0);
    Map<String, Object> order =
        new java.util.HashMap<>(
            Map.of(
                "title", "群众反映专项检查",
                "ground", "PLAN",
                "groundText", "想去看看",
                "itemVersionIds", List.of(item.get("id").asString()),
                "filter",
                    Map.of(
                        "kinds",
                        List.of(),
                        "regionCodes",
                        List.of(),
                        "tags",
                        List.of(),
                        "riskClasses",
                        List.of()),
                "ratesBp", Map.of("A", 100),
                "from", "2026-03-05",
                "to", "2026-03-31"));
    chain
        .api()
        .send(bureau, "officer", "/api/tasks/outside-plan", null, order)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:tasking.outside-plan"))
        .andExpect(jsonPath("$.clauses", hasItem("ZB-2")));
    order.put("ground", "complaint");
    order.put("groundText", "12345 热线 2026-03-01 第 778 号");
    JsonNode task =
        chain.ok(chain.api().send(bureau, "officer", "/api/tasks/outside-plan", null, order));
    assertThat(task.get("ground").asString()).isEqualTo("complaint");
  }

  @Test
  @Clause("ZB-12")
  void a_target_drawn_twice_for_the_item_is_out_until_a_named_person_says_why_not()
      throws Exception {
    UUID all = chain.publishedLine(bureau, "JN-02", Map.of("D", 10000));
    for (int i : IntStream.range(0, 2).toArray()) {
      String task = chain.openTask(bureau, all).get("id").asString();
      chain.drawTargets(bureau, task);
      assertThat(chain.visits(bureau, task)).as("draw %s", i).hasSize(4);
      // Finish the visits, or the next draw would join them and count once.
      chain.drawTeams(bureau, task);
      chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
      for (JsonNode visit : chain.visits(bureau, task)) {
        inspectToday(visit.get("id").asString());
      }
    }
    String third = chain.openTask(bureau, all).get("id").asString();
    JsonNode task = chain.ok(chain.taskCommand(bureau, third, "prepare-pool", null));
    assertThat(task.get("pool").get("excluded").get("annual-cap").asInt()).isEqualTo(4);
    chain
        .taskCommand(bureau, third, "freeze-pool", null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:tasking.pool-empty"));
    JsonNode row =
        chain
            .ok(
                chain
                    .api()
                    .read(bureau, "officer", "/api/tasks/" + third + "/pool?excluded=annual-cap"))
            .get("items")
            .get(0);
    Map<String, Object> beyond =
        Map.of("targetId", row.get("targetId").asString(), "reason", "整改情况须当年复核，局长办公会 3 月 2 日");
    JsonNode allowed = chain.ok(chain.taskCommand(bureau, third, "allow-beyond-cap", beyond));
    assertThat(allowed.get("pool").get("strata").get("D").asInt()).isEqualTo(1);
  }

  private void inspectToday(String visit) throws Exception {
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    chain.ok(
        chain.recordCommand(
            bureau,
            "inspector",
            visit,
            "save",
            Chain.record(detail, LocalDate.of(2026, 3, 2), "no-problem-found", "")));
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "submit", null));
  }

  @Test
  @Clause("ZB-12")
  void a_target_hit_by_two_tasks_in_the_period_gets_one_visit_with_all_items() throws Exception {
    UUID one = chain.publishedLine(bureau, "JN-03", Map.of("D", 10000));
    UUID two = chain.publishedLine(bureau, "JN-04", Map.of("D", 10000));
    String first = chain.openTask(bureau, one).get("id").asString();
    chain.drawTargets(bureau, first);
    String second = chain.openTask(bureau, two).get("id").asString();
    chain.drawTargets(bureau, second);
    assertThat(chain.visits(bureau, second)).hasSize(4).isEqualTo(chain.visits(bureau, first));
    JsonNode visit =
        chain.visit(bureau, "officer", chain.visits(bureau, first).get(0).get("id").asString());
    assertThat(visit.get("items")).hasSize(2);
  }

  @Test
  @Clause({"ZB-9", "ZB-10"})
  void without_a_full_team_nothing_is_sent_out_and_the_principal_designates() throws Exception {
    Bureau small = bureaus.create("zibo_miit");
    chain.addInspector(small, "孤", "节能科", LICENCE, null);
    UUID other = chain.addInspector(small, "邻", "安全生产科", LICENCE, null);
    chain.addTargets(small, "D", 1);
    UUID only = chain.publishedLine(small, "JN-01", Map.of("D", 10000));
    String task = chain.openTask(small, only).get("id").asString();
    chain.drawTargets(small, task);
    chain.drawTeams(small, task);
    chain
        .taskCommand(small, task, "dispatch", null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:tasking.team-incomplete"))
        .andExpect(jsonPath("$.clauses", hasItem("ZB-9")));
    String visit = chain.visits(small, task).get(0).get("id").asString();
    JsonNode reported =
        chain.ok(
            chain
                .api()
                .send(
                    small,
                    "officer",
                    "/api/visits/" + visit + "/report-shortage",
                    chain.visit(small, "officer", visit).get("version").asInt(),
                    Map.of("way", "designation", "statement", "本科室仅一名持证人员")));
    String change = reported.get("changes").get(0).get("id").asString();
    Map<String, Object> approval = Map.of("note", "同意", "designated", List.of(other));
    chain
        .api()
        .send(small, "head", "/api/staffing-changes/" + change + "/approve", 1, approval)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.clauses", hasItem("ZB-10")));
    JsonNode staffed =
        chain.ok(
            chain
                .api()
                .send(
                    small,
                    "principal",
                    "/api/staffing-changes/" + change + "/approve",
                    1,
                    approval));
    assertThat(staffed.get("members")).hasSize(2);
    chain.ok(chain.taskCommand(small, task, "dispatch", null));
  }

  @Test
  @Clause("ZB-11")
  void who_recuses_leaves_the_place_to_a_new_draw_from_the_others() throws Exception {
    UUID third = chain.addInspector(bureau, "孙检查", "节能科", LICENCE, null);
    UUID all = chain.publishedLine(bureau, "JN-05", Map.of("D", 2500));
    String task = chain.openTask(bureau, all).get("id").asString();
    chain.drawTargets(bureau, task);
    chain.drawTeams(bureau, task);
    String visit = chain.visits(bureau, task).get(0).get("id").asString();
    JsonNode before = chain.visit(bureau, "officer", visit);
    String leaving = before.get("members").get(0).get("inspectorId").asString();
    Map<String, Object> order =
        Map.of(
            "inspectorId", leaving,
            "way", "new-random-draw",
            "statement", "配偶在该企业任职，附说明");
    JsonNode asked =
        chain.ok(
            chain
                .api()
                .send(
                    bureau,
                    "officer",
                    "/api/visits/" + visit + "/recuse",
                    before.get("version").asInt(),
                    order));
    String change = asked.get("changes").get(0).get("id").asString();
    JsonNode broken =
        chain.ok(
            chain
                .api()
                .send(
                    bureau,
                    "head",
                    "/api/staffing-changes/" + change + "/approve",
                    1,
                    Map.of("note", "同意")));
    assertThat(broken.get("members")).hasSize(1);
    JsonNode draws = chain.task(bureau, task).get("draws");
    String drawId = draws.get(draws.size() - 1).get("id").asString();
    chain.draw(bureau, drawId, "draw-round", Map.of());
    JsonNode after = chain.visit(bureau, "officer", visit);
    List<String> members = new ArrayList<>();
    after.get("members").forEach(m -> members.add(m.get("inspectorId").asString()));
    assertThat(members).hasSize(2).doesNotContain(leaving);
    assertThat(List.of(inspector.toString(), inspector2.toString(), third.toString()))
        .containsAll(members);
    assertThat(after.get("changes").get(0).get("state").asString()).isEqualTo("done");
  }

  @Test
  @Clause("ZB-9")
  void an_exempt_target_is_dropped_and_a_substitute_is_drawn_in_its_stratum() throws Exception {
    UUID some = chain.publishedLine(bureau, "JN-06", Map.of("A", 500));
    String task = chain.openTask(bureau, some).get("id").asString();
    chain.drawTargets(bureau, task);
    assertThat(chain.visits(bureau, task)).hasSize(2);
    String visit = chain.visits(bureau, task).get(0).get("id").asString();
    JsonNode asked =
        chain.ok(
            chain
                .api()
                .send(
                    bureau,
                    "officer",
                    "/api/visits/" + visit + "/drop-as-exempt",
                    chain.visit(bureau, "officer", visit).get("version").asInt(),
                    Map.of("statement", "列入 2026 年免检名单第 12 号")));
    String change = asked.get("changes").get(0).get("id").asString();
    chain.ok(
        chain
            .api()
            .send(
                bureau,
                "principal",
                "/api/staffing-changes/" + change + "/approve",
                1,
                Map.of("note", "同意")));
    String drawId = chain.task(bureau, task).get("draws").get(0).get("id").asString();
    chain.draw(bureau, drawId, "draw-round", Map.of());
    JsonNode visits = chain.visits(bureau, task);
    assertThat(visits).hasSize(3);
    assertThat(visits.valueStream().filter(v -> v.get("state").asString().equals("dropped")))
        .hasSize(1);
  }
}
