package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.law.Clause;
import cn.sunlot.publicity.PublicRows;
import cn.sunlot.publicity.usecase.RebuildPublicity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a plan line to a published result that was corrected once, under the rules of Zibo. */
class InspectionStoryTest extends StoryTest {

  @Autowired private PublicRows publicRows;
  @Autowired private RebuildPublicity rebuild;

  @Test
  @Clause({"ZB-9", "ZB-15", "ZB-15.4", "ZB-16", "PDS-5", "PDS-14", "SX-4.2", "TZ-4"})
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
    assertTraced();
  }

  /** Every step has left its entry, with the person who answers for it. */
  private void assertTraced() throws Exception {
    List<String> steps =
        List.of(
            "item-published",
            "plan-approved",
            "plan-published",
            "task-opened",
            "pool-frozen",
            "draw-drawn",
            "draw-closed",
            "task-dispatched",
            "record-submitted",
            "record-accepted",
            "report-submitted",
            "report-published",
            "result-published",
            "result-corrected");
    for (String step : steps) {
      JsonNode entries =
          chain.ok(chain.api().read(bureau, "auditor", "/api/audit/entries?type=" + step));
      assertThat(entries.get("total").asInt()).as(step).isPositive();
      assertThat(entries.get("items"))
          .as(step)
          .allSatisfy(e -> assertThat(e.get("actor").asString()).startsWith("测试"));
    }
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
}
