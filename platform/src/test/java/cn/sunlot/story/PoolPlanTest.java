package cn.sunlot.story;

import static cn.sunlot.Refusals.assertRefused;
import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Burden.Source;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.YearlyPlans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What the page of a pool says before it is frozen, and what it takes to freeze it. */
class PoolPlanTest extends StoryTest {

  @Autowired private YearlyPlans plans;
  @Autowired private PublishedItems items;
  @Autowired private Burden burden;
  @Autowired private Draws draws;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private JsonNode plan(String task) throws Exception {
    return chain.ok(chain.api().read(bureau, "officer", "/api/tasks/" + task + "/pool-plan"));
  }

  private String prepared(UUID ofLine) throws Exception {
    String task = chain.openTask(bureau, ofLine).get("id").asString();
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    return task;
  }

  private List<UUID> targets(String riskClass) {
    return query(
        () ->
            database
                .select(TARGET.ID)
                .from(TARGET)
                .where(TARGET.AUTHORITY_ID.eq(bureau.authorityId()))
                .and(TARGET.RISK_CLASS.eq(riskClass))
                .orderBy(TARGET.ID)
                .fetch(TARGET.ID));
  }

  private <T> T query(Supplier<T> asked) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> asked.get())));
  }

  /** So many inspections of this kind by the section, each a visit of its own. */
  private void inspected(List<UUID> ids, UUID item, Kind kind, int times) {
    List<Mark> marks = new ArrayList<>();
    for (UUID id : ids) {
      for (int i = 0; i < times; i++) {
        marks.add(
            new Mark(
                bureau.authorityId(),
                Set.of(bureau.person("officer").departmentId()),
                id,
                Set.of(item),
                LocalDate.of(2026, 2, 1 + i),
                kind,
                false,
                Source.DRAW,
                kind + " " + id + " " + i));
      }
    }
    SystemWork.run(() -> transaction.executeWithoutResult(s -> burden.record(marks)));
  }

  private UUID item(String task) throws Exception {
    UUID version = UUID.fromString(chain.task(bureau, task).at("/items/0/id").asString());
    return query(
        () ->
            database
                .fetchSingle("SELECT item_id FROM catalog.item_version WHERE id = ?", version)
                .get(0, UUID.class));
  }

  private static JsonNode reason(JsonNode plan, String reason) {
    return plan.get("excluded")
        .valueStream()
        .filter(e -> e.get("reason").asString().equals(reason))
        .findFirst()
        .orElseThrow(() -> new AssertionError(reason + " in " + plan.get("excluded")));
  }

  private static List<String> notes(JsonNode plan) {
    return plan.get("notes").valueStream().map(n -> n.get("kind").asString()).toList();
  }

  @Test
  @Clause({"ZB-12", "TZ-18"})
  void each_reason_says_how_many_it_keeps_out_and_by_which_clause() throws Exception {
    String task = prepared(line);
    inspected(targets("D"), item(task), Kind.ROUTINE, 2);
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    JsonNode plan = plan(task);
    JsonNode cap = reason(plan, "annual-cap");
    assertThat(cap.get("number").asInt()).isEqualTo(4);
    assertThat(cap.get("clauses").valueStream().map(JsonNode::asString)).containsExactly("ZB-12");
    assertThat(plan.get("cap").get("max").asInt()).isEqualTo(2);
    assertThat(plan.get("cap").get("asARule").asBoolean()).isTrue();
    assertThat(plan.at("/capGroups/0/group").asString()).isEqualTo("D");
    assertThat(plan.at("/strata/0/quota").asInt()).as("5% of 40").isEqualTo(2);
  }

  @Test
  @Clause("N-1")
  void caused_inspections_keep_nobody_out() throws Exception {
    String task = prepared(line);
    inspected(targets("D"), item(task), Kind.CAUSED, 5);
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    assertThat(plan(task).get("excluded")).isEmpty();
  }

  @Test
  @Clause({"ZB-12", "TZ-18", "PDS-10"})
  void a_stated_group_is_let_in_beyond_the_ceiling_by_a_named_person_with_one_reason()
      throws Exception {
    String task = prepared(line);
    inspected(targets("D"), item(task), Kind.ROUTINE, 2);
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    assertRefused(
        chain.taskCommand(
            bureau, task, "allow-group-beyond-cap", Map.of("group", "D", "reason", " ")),
        "tasking.statement-missing",
        "ZB-12");
    assertRefused(
        chain.taskCommand(
            bureau, task, "allow-group-beyond-cap", Map.of("group", "B", "reason", "想多查")),
        "tasking.cap-exception-not-needed",
        "ZB-12");
    chain.ok(
        chain.taskCommand(
            bureau,
            task,
            "allow-group-beyond-cap",
            Map.of("group", "D", "reason", "高风险企业年内须全部复核，局长办公会 3 月 2 日")));
    JsonNode plan = plan(task);
    assertThat(plan.get("excluded")).isEmpty();
    assertThat(plan.get("beyondCap").asInt()).isEqualTo(4);
    assertThat(notes(plan)).contains("beyond-cap");
    chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
  }

  @Test
  @Clause("N-1")
  void nobody_goes_beyond_the_ceiling_that_the_bureau_made_public() throws Exception {
    Map<String, Object> ceiling =
        Map.of(
            "year", 2026,
            "riskClass", "",
            "max", 1,
            "document", "局公告〔2026〕1 号",
            "day", "2026-01-05");
    chain
        .api()
        .send(bureau, "officer", "/api/ceilings", null, ceiling)
        .andExpect(status().isForbidden());
    chain.ok(chain.api().send(bureau, "principal", "/api/ceilings", null, ceiling));
    String task = prepared(line);
    inspected(targets("D"), item(task), Kind.ROUTINE, 1);
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    assertThat(reason(plan(task), "department-ceiling").get("number").asInt()).isEqualTo(4);
    assertThat(plan(task).get("capGroups")).isEmpty();
    assertRefused(
        chain.taskCommand(
            bureau, task, "allow-group-beyond-cap", Map.of("group", "D", "reason", "须复核")),
        "tasking.cap-exception-not-needed",
        "ZB-12");
    chain
        .api()
        .read(bureau, "officer", "/api/targets/" + targets("D").get(0) + "/burden")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.ceilings[?(@.ceiling == 'department-ceiling')].left").value(0))
        .andExpect(
            jsonPath("$.ceilings[?(@.ceiling == 'department-ceiling')].document")
                .value("局公告〔2026〕1 号"))
        .andExpect(jsonPath("$.ceilings[?(@.ceiling == 'annual-cap')].left").value(1))
        .andExpect(jsonPath("$.ceilings[?(@.ceiling == 'annual-cap')].clauses[0]").value("ZB-12"));
  }

  @Test
  @Clause("N-1")
  void a_ceiling_that_was_not_published_yet_is_not_entered() throws Exception {
    JsonNode problem =
        chain
            .api()
            .body(
                chain
                    .api()
                    .send(
                        bureau,
                        "principal",
                        "/api/ceilings",
                        null,
                        Map.of(
                            "year", 2029,
                            "riskClass", "X",
                            "max", 400,
                            "document", " ",
                            "day", "2026-12-31"))
                    .andExpect(status().isUnprocessableContent()));
    assertThat(problem.get("errors").valueStream().map(e -> e.get("field").asString()))
        .containsExactly("year", "riskClass", "max", "document", "day");
    assertThat(problem.get("errors").valueStream())
        .allSatisfy(e -> assertThat(e.get("fix").asString()).isNotBlank());
  }

  @Test
  @Clause({"TZ-18", "ZB-12"})
  void a_pool_whose_key_targets_are_not_drawn_more_often_is_frozen_for_a_reason_only()
      throws Exception {
    plans.addTargets(bureau, bureau.region(), "B", 10, "serious-violation");
    UUID weak = chain.publishedLine(bureau, "JN-05", Map.of("A", 1000, "B", 1000, "K", 500));
    String task = prepared(weak);
    assertThat(notes(plan(task))).contains("key-rate-not-raised");
    assertRefused(
        chain.taskCommand(bureau, task, "freeze-pool", null),
        "tasking.rates-without-reason",
        "ZB-12");
    chain.ok(chain.taskCommand(bureau, task, "freeze-pool", Map.of("reason", "重点对象本月由上级统一检查")));
  }

  @Test
  @Clause("N-14")
  void a_class_of_which_nothing_is_drawn_is_pointed_out_and_not_refused() throws Exception {
    String task = prepared(chain.publishedLine(bureau, "JN-06", Map.of("D", 5000)));
    JsonNode plan = plan(task);
    assertThat(notes(plan)).containsExactly("class-without-floor");
    assertThat(plan.at("/notes/0/arguments/0").asString()).isEqualTo("A");
    assertThat(plan.at("/notes/0/arguments/1").asString()).isEqualTo("40");
    chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
  }

  @Test
  @Clause({"TZ-8", "ZB-5"})
  void where_all_are_inspected_the_draw_decides_the_order_of_batches() throws Exception {
    String task = prepared(chain.publishedLine(bureau, "JN-07", Map.of("D", 10_000)));
    assertRefused(
        chain.taskCommand(
            bureau,
            task,
            "plan-batches",
            Map.of(
                "batches",
                List.of(
                    Map.of("from", "2026-03-05", "to", "2026-06-30"),
                    Map.of("from", "2026-06-01", "to", "2026-09-30")))),
        "tasking.batches-do-not-fit",
        "ZB-5");
    chain.ok(
        chain.taskCommand(
            bureau,
            task,
            "plan-batches",
            Map.of(
                "batches",
                List.of(
                    Map.of("from", "2026-03-05", "to", "2026-06-30"),
                    Map.of("from", "2026-07-01", "to", "2026-09-30")))));
    assertThat(plan(task).get("batches")).hasSize(2);
    JsonNode frozen = chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
    String draw = frozen.at("/draws/0/id").asString();
    chain.hold(bureau, draw);
    List<String> order =
        SystemWork.run(() -> draws.listDrawnTargets(UUID.fromString(draw))).stream()
            .map(DrawnTarget::unitId)
            .toList();
    assertThat(order).hasSize(4);
    for (JsonNode visit : chain.visits(bureau, task)) {
      int place = order.indexOf(visit.get("unitId").asString());
      assertThat(visit.get("from").asString())
          .as("place %s in the draw", place)
          .isEqualTo(place < 2 ? "2026-03-05" : "2026-07-01");
    }
  }

  @Test
  @Clause({"TZ-8", "ZB-5"})
  void a_general_item_is_not_drawn_beyond_its_cap_whatever_the_terms_of_the_task_say()
      throws Exception {
    items.confirmRules(bureau);
    UUID version = items.inForce(bureau, "JN-08", Category.GENERAL, 2000).current().id();
    String task = prepared(chain.publishedLine(bureau, version, Map.of("A", 1000)));
    assertThat(notes(plan(task))).doesNotContain("over-cap");
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database.execute(
                        "UPDATE tasking.draw_terms SET terms = jsonb_set(terms, '{ratesBp,A}',"
                            + " '5000') WHERE task_id = ?",
                        UUID.fromString(task))));
    assertThat(notes(plan(task))).contains("over-cap");
    assertRefused(
        chain.taskCommand(bureau, task, "freeze-pool", null), "tasking.pool-over-cap", "ZB-5");
  }
}
