package cn.sunlot.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.TestJobs;
import cn.sunlot.credit.domain.RiskClass;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a draft of a scorecard to classes in the registry that can be explained. */
@PlatformTest
class CreditClassesTest {

  private static final List<String> UNITS =
      List.of(unit("0"), unit("1"), unit("2"), unit("3"), unit("4"));

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Scorecards scorecards;
  @Autowired private Registry registry;
  @Autowired private Entries entries;
  @Autowired private Api api;
  @Autowired private TestJobs jobs;
  @Autowired private SettableClock clock;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private List<TodoSource> todos;

  private Bureau bureau;

  private static String unit(String digit) {
    String first = "91370303MA3C0EXA" + digit;
    return first + Uscc.checkCharacter(first);
  }

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    StringBuilder rows = new StringBuilder("名称,统一社会信用代码,负责人,联系方式,地址,行政区划代码\n");
    for (int i = 0; i < UNITS.size(); i++) {
      rows.append("企业" + i + "," + UNITS.get(i) + ",王小明,13312345678,张店区,370303\n");
    }
    importing.csv(bureau, "targets", rows.toString());
    assertThat(
            importing
                .csv(
                    bureau,
                    "credit-records",
                    """
                    统一社会信用代码,信息类型,发生日期,信息编号,来源系统,检查方式
                    %2$s,行政处罚,2025-06-01,罚1,市监,
                    %3$s,行政处罚,2025-06-01,罚2,市监,
                    %3$s,行政处罚,2025-08-01,罚3,市监,
                    %3$s,检查发现问题,2025-09-01,检1,市监,随机抽查
                    %3$s,安全事故,2025-10-01,事1,应急,
                    %4$s,行政处罚,2019-06-01,罚4,市监,
                    """
                        .formatted(UNITS.toArray()))
                .counts()
                .added())
        .isEqualTo(6);
    importing.csv(
        bureau,
        "credit-lists",
        "统一社会信用代码,名录名称,列入日期,列入原因,作出决定机关\n"
            + UNITS.get(4)
            + ",严重违法失信名单,2025-01-01,虚假登记,示范市市场监督管理局\n");
  }

  private UUID id(int unit) {
    return bureau.as(
        "officer",
        () -> registry.findByUnitId(bureau.authorityId(), UNITS.get(unit)).orElseThrow().id());
  }

  private String riskClass(int unit) {
    return bureau.as("officer", () -> registry.getTarget(id(unit)).riskClass());
  }

  @Test
  @Clause({"SX-3.5", "TZ-18", "N-10"})
  void a_scorecard_is_drafted_tried_approved_and_gives_classes_that_are_explained()
      throws Exception {
    JsonNode draft = scorecards.draft(bureau);
    assertThat(draft.get("content").get("indicators")).hasSizeGreaterThan(8);
    scorecards
        .send(bureau, "officer", draft, "submit", null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.trial-missing"));
    JsonNode tried = scorecards.tryOut(bureau, draft);
    assertThat(tried.get("trial").get("before").get("N").asInt()).isEqualTo(5);
    assertThat(tried.get("trial").get("after").get("D").asInt()).isEqualTo(1);
    assertThat(riskClass(4)).as("a trial changes nothing").isEqualTo("N");
    JsonNode submitted = scorecards.ok(scorecards.send(bureau, "officer", tried, "submit", null));
    scorecards
        .send(bureau, "officer", submitted, "approve", null)
        .andExpect(status().isForbidden());
    scorecards
        .send(bureau, "principal", submitted, "approve", Map.of("from", "2026-03-01"))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.day-too-early"));
    JsonNode approved =
        scorecards.ok(scorecards.send(bureau, "principal", submitted, "approve", null));
    assertThat(approved.get("inForce").asBoolean()).isTrue();
    scorecards
        .send(
            bureau,
            "officer",
            approved,
            "change",
            Map.of("content", approved.get("content"), "reason", "改"))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:kernel.command-not-allowed"));

    JsonNode run = scorecards.compute(bureau);
    assertThat(run.get("outcome").asString()).isEqualTo("done");
    assertThat(run.get("changed").asInt()).isEqualTo(5);
    assertThat(List.of(riskClass(0), riskClass(1), riskClass(2), riskClass(3), riskClass(4)))
        .containsExactly("A", "B", "C", "A", "D");
    assertExplained();
    assertThat(entries.payloads(bureau, "credit-classes-computed"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry)
                    .contains("\"targets\":5", "\"changed\":5", run.get("digest").asString()));
    assertThat(entries.payloads(bureau, "scorecard-approved")).hasSize(1);
  }

  /** What the card says adds up to the class that the registry shows. */
  private void assertExplained() throws Exception {
    for (int unit = 0; unit < UNITS.size(); unit++) {
      JsonNode card = scorecards.card(bureau, id(unit));
      JsonNode why = card.get("explanation");
      int sum = why.get("terms").valueStream().mapToInt(t -> t.get("score").asInt()).sum();
      assertThat(why.get("score").asInt()).isEqualTo(sum);
      assertThat(why.get("riskClass").asString()).isEqualTo(card.get("riskClass").asString());
      assertThat(card.get("history").get(0).get("reason").asString()).isEqualTo("信用评分标准第 1 版");
    }
    JsonNode why = scorecards.card(bureau, id(2)).get("explanation");
    assertThat(why.get("day").asString()).isEqualTo("2026-03-02");
    JsonNode penalty =
        why.get("terms")
            .valueStream()
            .filter(t -> t.get("code").asString().equals("penalty"))
            .findFirst()
            .orElseThrow();
    assertThat(penalty.get("value").asInt()).isEqualTo(2);
    assertThat(penalty.get("points").asInt()).isEqualTo(70);
    assertThat(penalty.get("score").asInt()).isEqualTo(1_050);
    JsonNode listed = scorecards.card(bureau, id(4)).get("explanation");
    assertThat(listed.get("byScore").asString()).isNotEqualTo("D");
    assertThat(listed.get("floors").get(0).get("list").asString()).isEqualTo("serious-violation");
  }

  @Test
  @Clause("SX-3.5")
  void the_database_computes_for_each_target_what_the_rules_say_of_one() throws Exception {
    JsonNode draft = scorecards.draft(bureau);
    ObjectNode content = (ObjectNode) draft.get("content");
    content.putObject("rating").put("code", "provincial-rating").put("months", 12);
    importing.csv(
        bureau,
        "credit-values",
        "统一社会信用代码,指标代码,指标数值,数据日期\n"
            + (UNITS.get(0) + ",provincial-rating,C级,2026-01-15\n")
            + (UNITS.get(1) + ",provincial-rating,A,2024-01-15\n")
            + (UNITS.get(2) + ",provincial-rating,甲,2026-01-15\n"));
    scorecards.approved(bureau, scorecards.change(bureau, draft, content));
    scorecards.compute(bureau);
    assertThat(riskClass(0)).as("the imported rating prevails").isEqualTo("C");
    assertThat(riskClass(1)).as("one that is too old does not").isEqualTo("B");
    int compared = 0;
    for (int unit = 0; unit < UNITS.size(); unit++) {
      JsonNode why = scorecards.card(bureau, id(unit)).get("explanation");
      String stored =
          text(
              "SELECT score || ' ' || risk_class FROM credit.score WHERE target_id = '"
                  + id(unit)
                  + "'");
      assertThat(why.get("score").asInt() + " " + why.get("riskClass").asString())
          .isEqualTo(stored);
      compared++;
    }
    assertThat(compared).isEqualTo(5);
  }

  @Test
  @Clause({"SX-3.5", "N-10"})
  void classes_are_computed_again_every_month_and_one_that_worsens_is_a_warning() throws Exception {
    scorecards.approved(bureau, scorecards.draft(bureau));
    jobs.runRecurring();
    assertThat(riskClass(0)).isEqualTo("A");
    importing.csv(
        bureau,
        "credit-records",
        "统一社会信用代码,信息类型,发生日期,信息编号\n"
            + (UNITS.get(0) + ",行政处罚,2026-03-01,罚9\n")
            + (UNITS.get(0) + ",安全事故,2026-03-01,事9\n"));
    clock.set(LocalDate.of(2026, 4, 1));
    jobs.runRecurring();
    assertThat(riskClass(0)).as("the month is not over").isEqualTo("A");
    clock.set(LocalDate.of(2026, 4, 2));
    jobs.runRecurring();
    assertThat(riskClass(0)).isEqualTo("C");
    assertThat(entries.payloads(bureau, "credit-classes-computed")).hasSize(2);

    assertThat(waiting()).contains("settle-warnings");
    JsonNode warnings =
        scorecards.ok(api.read(bureau, "officer", "/api/credit/warnings?settled=false"));
    assertThat(warnings.get("total").asInt()).isEqualTo(1);
    JsonNode warning = warnings.get("items").get(0);
    assertThat(warning.get("oldClass").asString()).isEqualTo("A");
    assertThat(warning.get("newClass").asString()).isEqualTo("C");
    String path = "/api/credit/warnings/" + warning.get("id").asString() + "/settle";
    api.send(bureau, "officer", path, null, Map.of("note", " "))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.reason-missing"));
    api.send(bureau, "officer", path, null, Map.of("note", "已列入重点检查"))
        .andExpect(status().isNoContent());
    api.send(bureau, "officer", path, null, Map.of("note", "再处理"))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.warning-settled"));
    assertThat(waiting()).doesNotContain("settle-warnings");
  }

  private List<String> waiting() {
    return bureau.as(
        "officer",
        () ->
            todos.stream()
                .flatMap(s -> s.todo(bureau.signedIn("officer")).stream())
                .map(todo -> todo.kind())
                .toList());
  }

  @Test
  void a_computation_goes_on_where_it_was_and_one_that_was_cancelled_changes_nothing()
      throws Exception {
    scorecards.approved(bureau, scorecards.draft(bureau));
    JsonNode run = scorecards.ok(api.send(bureau, "officer", "/api/credit/runs", null, null));
    api.send(bureau, "officer", "/api/credit/runs", null, null)
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.run-under-way"));
    api.send(bureau, "officer", "/api/jobs/" + run.get("jobId").asString() + "/cancel", null, null)
        .andExpect(status().isOk());
    jobs.runDue();
    assertThat(outcome(run)).isEqualTo("cancelled");
    assertThat(riskClass(4)).isEqualTo("N");

    JsonNode second = scorecards.ok(api.send(bureau, "officer", "/api/credit/runs", null, null));
    // As a node leaves it that died after its first batch: three of five read, their rows staged.
    sql(
        "UPDATE credit.run SET after_id = '"
            + id(2)
            + "', read = 3, staged = 1,"
            + " moves = '{\"N>A\": 3}' WHERE id = '"
            + second.get("id").asString()
            + "'");
    sql(
        "INSERT INTO credit.score_staging SELECT '"
            + second.get("id").asString()
            + "', '"
            + id(0)
            + "', '"
            + UNITS.get(0)
            + "', 'N', 'A', 300, array_fill(0, ARRAY[13]), NULL");
    jobs.runDue();
    assertThat(outcome(second)).isEqualTo("done");
    assertThat(riskClass(0)).as("staged before").isEqualTo("A");
    assertThat(riskClass(1)).as("read before, not read again").isEqualTo("N");
    assertThat(riskClass(4)).as("read after").isEqualTo("D");

    JsonNode third = scorecards.ok(api.send(bureau, "officer", "/api/credit/runs", null, null));
    sql(
        "UPDATE credit.run SET after_id = '"
            + id(4)
            + "', read = 5, staged = 3"
            + " WHERE id = '"
            + third.get("id").asString()
            + "'");
    jobs.runDue();
    assertThat(riskClass(1)).as("staged rows were gone, so it began again").isEqualTo("B");
    assertThat(riskClass(2)).isEqualTo("C");
  }

  private String outcome(JsonNode run) throws Exception {
    return scorecards
        .ok(api.read(bureau, "officer", "/api/credit/runs/{id}", run.get("id").asString()))
        .get("outcome")
        .asString();
  }

  @Test
  void the_same_again_changes_nothing_and_leaves_no_history() throws Exception {
    scorecards.approved(bureau, scorecards.draft(bureau));
    scorecards.compute(bureau);
    JsonNode again = scorecards.compute(bureau);
    assertThat(again.get("changed").asInt()).isZero();
    assertThat(again.get("read").asInt()).isEqualTo(5);
    assertThat(scorecards.card(bureau, id(2)).get("history")).hasSize(1);
  }

  @Test
  @Clause("SX-3.5")
  void only_one_version_is_open_and_without_one_in_force_nothing_is_computed() throws Exception {
    api.send(bureau, "officer", "/api/credit/runs", null, null)
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.no-scorecard"));
    api.send(bureau, "officer", "/api/credit/scorecards", null, Map.of("reason", " "))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.reason-missing"));
    JsonNode draft = scorecards.draft(bureau);
    api.send(bureau, "officer", "/api/credit/scorecards", null, Map.of("reason", "又一版"))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.scorecard-open"));
    ObjectNode content = (ObjectNode) draft.get("content");
    ((ObjectNode) content.get("indicators").get(0)).put("weight", 6);
    scorecards
        .send(bureau, "officer", draft, "change", Map.of("content", content, "reason", "调整"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("weights"))
        .andExpect(jsonPath("$.errors[0].message").value("权重合计应为 100，现为 101"));
    scorecards.ok(scorecards.send(bureau, "officer", draft, "discard", null));
    assertThat(scorecards.draft(bureau).get("number").asInt()).isEqualTo(2);
  }

  @Test
  @Clause({"SX-3.5", "PDS-5"})
  void what_was_approved_and_what_was_observed_cannot_be_changed_in_the_database()
      throws Exception {
    JsonNode card = scorecards.approved(bureau, scorecards.draft(bureau));
    String where = " WHERE id = '" + card.get("id").asString() + "'";
    assertThatThrownBy(() -> sql("UPDATE credit.scorecard SET content = '{}'" + where))
        .hasStackTraceContaining("is approved and cannot be changed");
    assertThatThrownBy(() -> sql("UPDATE credit.observation SET kind = 'honour'"))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> sql("DELETE FROM credit.observation"))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> sql("UPDATE credit.list_entry SET ground = ''"))
        .hasStackTraceContaining("what was recorded stays as it is");
  }

  @Test
  @Clause("SX-3.5")
  void auditors_and_whoever_may_read_the_rules_read_scorecards_and_others_see_no_target()
      throws Exception {
    JsonNode card = scorecards.approved(bureau, scorecards.draft(bureau));
    for (String who : List.of("auditor", "inspector", "head", "regulation")) {
      api.read(bureau, who, "/api/credit/scorecards/{id}", card.get("id").asString())
          .andExpect(status().isOk());
    }
    api.read(bureau, "sysadmin", "/api/credit/scorecards").andExpect(status().isForbidden());
    api.read(bureau, "inspector", "/api/credit/targets/{id}", id(0))
        .andExpect(status().isForbidden());
    Bureau other = bureaus.create("zibo_miit");
    api.read(other, "officer", "/api/credit/targets/{id}", id(0)).andExpect(status().isNotFound());
    api.read(other, "auditor", "/api/credit/scorecards/{id}", card.get("id").asString())
        .andExpect(status().isNotFound());
    assertThat(RiskClass.ofRank(9)).isEqualTo(RiskClass.D);
  }

  private void sql(String sql) {
    SystemWork.run(() -> transaction.executeWithoutResult(s -> database.execute(sql)));
  }

  private String text(String sql) {
    return SystemWork.run(
        () ->
            java.util.Objects.requireNonNull(
                transaction.execute(
                    s -> String.valueOf(database.fetchSingle(sql).get(0, String.class)))));
  }
}
