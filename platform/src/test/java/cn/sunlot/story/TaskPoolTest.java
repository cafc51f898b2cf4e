package cn.sunlot.story;

import static cn.sunlot.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** On what ground a task stands, who is in its pool, and that the drawn list stays as it is. */
class TaskPoolTest extends StoryTest {

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
                "ground", "plan",
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
    order.put("groundText", " ");
    assertRefused(
        chain.api().send(bureau, "officer", "/api/tasks/outside-plan", null, order),
        "tasking.ground-not-listed",
        "ZB-21");
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
        enter(visit.get("id").asString());
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

  @Test
  @Clause({"ZB-12", "TZ-20", "PDS-2.1"})
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
  @Clause({"ZB-9", "PDS-15"})
  void a_command_on_the_pool_after_the_draw_is_refused_by_the_clause() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    for (String command : List.of("prepare-pool", "freeze-pool")) {
      assertRefused(
          chain.taskCommand(bureau, task, command, null), "tasking.list-immutable", "ZB-9");
    }
    assertRefused(
        chain.taskCommand(
            bureau,
            task,
            "allow-beyond-cap",
            Map.of("targetId", UUID.randomUUID(), "reason", "想加一家")),
        "tasking.list-immutable",
        "ZB-9");
  }

  @Test
  @Clause({"ZB-2", "ZB-8"})
  void a_task_keeps_to_the_period_of_its_line_and_to_its_own_section() throws Exception {
    assertRefused(
        chain
            .api()
            .send(
                bureau,
                "officer",
                "/api/tasks",
                null,
                Map.of("lineId", line, "from", "2026-01-01", "to", "2026-12-31")),
        "tasking.period-outside-line",
        "ZB-2");
    assertRefused(
        chain.api().send(bureau, "officer2", "/api/tasks", null, Map.of("lineId", line)),
        "tasking.line-of-other-section",
        "ZB-4");
  }

  @Test
  @Clause("ZB-9")
  void only_a_listed_matter_sets_the_exemption_list_aside() throws Exception {
    assertRefused(
        chain
            .api()
            .send(
                bureau,
                "officer",
                "/api/tasks",
                null,
                Map.of("lineId", line, "exemptionException", "because-i-say-so")),
        "tasking.exemption-exception-not-listed",
        "ZB-9");
  }

  @Test
  @Clause("ZB-12")
  void only_who_is_out_by_the_ceiling_is_let_in_beyond_it() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    assertRefused(
        chain.taskCommand(
            bureau,
            task,
            "allow-beyond-cap",
            Map.of("targetId", UUID.randomUUID(), "reason", "须复核")),
        "tasking.cap-exception-not-needed",
        "ZB-12");
  }
}
