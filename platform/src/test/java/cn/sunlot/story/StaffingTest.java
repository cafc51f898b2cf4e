package cn.sunlot.story;

import static cn.sunlot.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Teams after the draw: too few officers, recusal, exempt targets. */
class StaffingTest extends StoryTest {

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

  /** A dispatched visit of the bureau's task, with its team. */
  private String dispatched() throws Exception {
    return chain.visits(bureau, runningTask()).get(0).get("id").asString();
  }

  private ResultActions ask(String visit, String command, Map<String, ?> body) throws Exception {
    int version = chain.visit(bureau, "officer", visit).get("version").asInt();
    return chain
        .api()
        .send(bureau, "officer", "/api/visits/" + visit + "/" + command, version, body);
  }

  @Test
  @Clause({"ZB-10", "ZB-11"})
  void a_drawn_officer_is_replaced_for_a_listed_or_stated_reason_only() throws Exception {
    String visit = dispatched();
    assertRefused(
        ask(
            visit,
            "replace",
            Map.of("inspectorId", inspector, "reason", "not-convenient", "statement", "不方便")),
        "tasking.reason-not-listed",
        "ZB-11");
    JsonNode asked =
        chain.ok(
            ask(
                visit,
                "replace",
                Map.of("inspectorId", inspector, "reason", "health", "statement", "住院，附证明")));
    assertThat(asked.get("changes").get(0).get("state").asString()).isEqualTo("requested");
  }

  @Test
  @Clause({"ZB-10", "ZB-11"})
  void recusal_replacement_and_shortage_need_a_written_statement() throws Exception {
    String visit = dispatched();
    assertRefused(
        ask(
            visit,
            "recuse",
            Map.of("inspectorId", inspector, "way", "new-random-draw", "statement", " ")),
        "tasking.statement-missing",
        "ZB-11");
    assertRefused(
        ask(
            visit,
            "replace",
            Map.of("inspectorId", inspector, "reason", "health", "statement", "")),
        "tasking.statement-missing",
        "ZB-11");
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    String drawn = drawnVisit(task);
    assertRefused(
        ask(drawn, "report-shortage", Map.of("way", "designation", "statement", " ")),
        "tasking.statement-missing",
        "ZB-10");
  }

  /** A visit of the task that has no team yet. */
  private String drawnVisit(String task) throws Exception {
    return chain
        .visits(bureau, task)
        .valueStream()
        .filter(v -> v.get("state").asString().equals("drawn"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  @Test
  @Clause("ZB-11")
  void the_substitute_is_drawn_and_not_chosen_by_hand() throws Exception {
    assertRefused(
        ask(
            dispatched(),
            "recuse",
            Map.of("inspectorId", inspector, "way", "designation", "statement", "有利害关系")),
        "tasking.way-not-allowed",
        "ZB-11");
  }

  @Test
  @Clause("ZB-11")
  void who_is_not_in_the_team_can_neither_recuse_nor_be_replaced() throws Exception {
    String visit = dispatched();
    UUID stranger = chain.addInspector(bureau, "外人", "节能科", LICENCE, null);
    assertRefused(
        ask(
            visit,
            "recuse",
            Map.of("inspectorId", stranger, "way", "new-random-draw", "statement", "x")),
        "tasking.not-a-member",
        "ZB-11");
  }

  @Test
  @Clause("ZB-11")
  void once_the_visit_is_over_nobody_is_exchanged_any_more() throws Exception {
    String visit = dispatched();
    enter(visit);
    assertRefused(
        ask(
            visit,
            "recuse",
            Map.of("inspectorId", inspector, "way", "new-random-draw", "statement", "有利害关系")),
        "tasking.visit-started",
        "ZB-11");
  }

  @Test
  @Clause("ZB-7")
  void an_expired_licence_is_neither_drawn_nor_designated() throws Exception {
    Bureau small = bureaus.create("zibo_miit");
    UUID expired = chain.addInspector(small, "过期", "节能科", LocalDate.of(2026, 3, 1), null);
    chain.addTargets(small, "D", 1);
    UUID only = chain.publishedLine(small, "JN-01", Map.of("D", 10000));
    String task = chain.openTask(small, only).get("id").asString();
    chain.drawTargets(small, task);
    assertRefused(
        chain.taskCommand(small, task, "form-teams", null), "tasking.no-inspectors", "ZB-7");
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
                    Map.of("way", "designation", "statement", "本科室没有持证人员")));
    UUID valid = chain.addInspector(small, "有效", "安全生产科", LICENCE, null);
    assertRefused(
        chain
            .api()
            .send(
                small,
                "principal",
                "/api/staffing-changes/"
                    + reported.get("changes").get(0).get("id").asString()
                    + "/approve",
                1,
                Map.of("note", "同意", "designated", List.of(expired, valid))),
        "tasking.inspector-not-eligible",
        "ZB-7");
  }
}
