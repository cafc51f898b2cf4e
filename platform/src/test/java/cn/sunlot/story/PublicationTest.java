package cn.sunlot.story;

import static cn.sunlot.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.publicity.PublicRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What may be published when, what is circulated instead, and what nobody changes afterwards. */
class PublicationTest extends StoryTest {

  @Autowired private PublicRows publicRows;
  @Autowired private WorkingDays calendar;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private JsonNode published() throws Exception {
    return chain.ok(reportCommand("head", handedIn(endedTask()), "publish", Map.of()));
  }

  private JsonNode results() throws Exception {
    return chain.ok(chain.api().read(bureau, "head", "/api/results?size=50")).get("items");
  }

  private List<String> publicResults() {
    return publicRows.of(bureau.authorityId()).getOrDefault("result", List.of());
  }

  @Test
  @Clause({"ZB-15", "PDS-14"})
  void nothing_is_published_or_circulated_before_the_report_is_handed_in() throws Exception {
    JsonNode draft = endedTask();
    JsonNode refused =
        assertRefused(
            reportCommand("head", draft, "publish", Map.of()),
            "results.report-not-handed-in",
            "ZB-15");
    assertThat(refused.get("allowedCommands").valueStream().map(JsonNode::asString))
        .containsExactly("save", "submit");
    assertRefused(
        reportCommand("head", draft, "circulate", Map.of("note", "涉及商业秘密")),
        "results.report-not-handed-in",
        "ZB-15");
    assertThat(publicResults()).isEmpty();
  }

  @Test
  @Clause("ZB-15")
  void nothing_is_published_while_a_record_waits_for_its_review() throws Exception {
    for (JsonNode visit : chain.visits(bureau, runningTask())) {
      enter(visit.get("id").asString());
    }
    JsonNode refused =
        assertRefused(
            reportCommand("head", handedIn(report(bureau)), "publish", Map.of()),
            "results.records-open",
            "ZB-15");
    assertThat(refused.get("title").asString()).isEqualTo("有 4 次检查的结果尚未审核");
    assertThat(publicResults()).isEmpty();
  }

  @Test
  @Clause({"ZB-15", "ZB-20"})
  void what_may_not_be_public_is_circulated_with_a_reason_and_stays_off_the_public_site()
      throws Exception {
    JsonNode report = handedIn(endedTask());
    assertRefused(
        reportCommand("head", report, "circulate", Map.of("note", " ")),
        "results.limited-reason-missing",
        "ZB-15");
    JsonNode circulated =
        chain.ok(reportCommand("head", report, "circulate", Map.of("note", "涉及商业秘密，仅通报有关科室")));
    assertThat(circulated.get("state").asString()).isEqualTo("circulated");
    assertThat(circulated.get("limitedReason").asString()).isEqualTo("涉及商业秘密，仅通报有关科室");
    assertThat(results())
        .hasSize(4)
        .allSatisfy(r -> assertThat(r.get("state").asString()).isEqualTo("circulated"));
    assertThat(publicResults()).isEmpty();
  }

  @Test
  @Clause({"ZB-16", "TZ-31", "PDS-22"})
  void nothing_changes_after_publication_neither_by_command_nor_behind_the_platform()
      throws Exception {
    JsonNode report = published();
    for (String command : List.of("save", "submit", "publish")) {
      String who = command.equals("publish") ? "head" : "officer";
      assertRefused(
          reportCommand(who, report, command, REPORT), "results.published-immutable", "ZB-16");
    }
    assertRefused(
        reportCommand("head", report, "send-back", Map.of("note", "重写")),
        "results.published-immutable",
        "ZB-16");
    UUID result = UUID.fromString(results().get(0).get("id").asString());
    assertThatThrownBy(
            () ->
                SystemWork.run(
                    () ->
                        transaction.executeWithoutResult(
                            s ->
                                database.execute(
                                    "UPDATE results.result SET finding = '另一结论' WHERE id = ?",
                                    result))))
        .rootCause()
        .hasMessageContaining("is published and cannot be changed");
  }

  @Test
  @Clause({"ZB-16", "PDS-22", "TZ-31"})
  void a_correction_is_the_principals_alone_with_a_reason_and_the_original_stays_public()
      throws Exception {
    published();
    JsonNode first = results().get(0);
    String path = "/api/results/" + first.get("id").asString() + "/correct";
    Map<String, Object> right =
        Map.of(
            "type", "problem-found-corrected",
            "finding", "一台电机属淘汰型号",
            "measures", List.of(),
            "handling", "",
            "reason", " ");
    for (String who : List.of("officer", "inspector", "head", "regulation")) {
      JsonNode forbidden = chain.api().body(chain.api().send(bureau, who, path, 2, right));
      assertThat(forbidden.get("type").asString()).isEqualTo("urn:sunlot:problem:kernel.forbidden");
    }
    assertRefused(
        chain.api().send(bureau, "principal", path, 2, right),
        "results.correction-reason-missing",
        "ZB-16");
    assertThat(publicResults()).hasSize(4);
    Map<String, Object> stated = new java.util.HashMap<>(right);
    stated.put("reason", "录入时选错结果");
    chain.ok(chain.api().send(bureau, "principal", path, 2, stated));
    String number = first.get("number").asString();
    assertThat(publicResults().stream().filter(r -> r.contains("\"" + number + "\"")))
        .hasSize(2)
        .anySatisfy(r -> assertThat(r).contains("no-problem-found", "\"revision\": 1"))
        .anySatisfy(r -> assertThat(r).contains("录入时选错结果", "\"revision\": 2"));
  }

  @Test
  @Clause("ZB-16")
  void the_last_day_for_objections_is_shown_with_the_published_result() throws Exception {
    JsonNode waiting = handedIn(endedTask());
    String id = results().get(0).get("id").asString();
    JsonNode accepted = chain.ok(chain.api().read(bureau, "head", "/api/results/" + id));
    assertThat(accepted.get("objectionUntil").isNull()).isTrue();
    chain.ok(reportCommand("head", waiting, "publish", Map.of()));
    LocalDate until = calendar.after(LocalDate.of(2026, 3, 2), 60).date();
    assertThat(until).isBetween(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 6, 5));
    JsonNode shown = chain.ok(chain.api().read(bureau, "head", "/api/results/" + id));
    assertThat(shown.at("/objectionUntil/date").asString()).isEqualTo(until.toString());
    assertThat(publicResults())
        .allSatisfy(r -> assertThat(r).contains(until.toString()))
        .allSatisfy(r -> assertThat(r).contains("\"objection_by\": \"《淄博市", "》第十六条\""));
  }

  @Test
  @Clause("N-12")
  void a_public_result_names_target_plan_task_kind_body_date_item_and_result() throws Exception {
    published();
    String row = publicResults().get(0);
    assertThat(row)
        .contains(
            "\"target_name\": \"企业",
            "\"plan_number\": \"P-2026-",
            "\"plan_title\": \"2026 年度双随机抽查计划\"")
        .contains(
            "\"task_number\": \"T-2026-", "\"task_title\": \"重点用能单位节能监察\"", "\"ground\": \"plan\"")
        .contains("\"authority\": \"示范市工业和信息化局", "\"body\": \"示范市工业和信息化局")
        .contains("\"visited_on\": \"2026-03-02\"")
        .contains("\"item_name\": \"事项 JN-01\"", "\"type\": \"no-problem-found\"");
  }
}
