package cn.sunlot.story;

import static cn.sunlot.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a record must hold before it may be handed in, and who may enter it. */
class VisitRecordTest extends StoryTest {

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
    assertThat(fields)
        .containsExactlyInAnyOrder("未确认已送达检查通知书", "没有全过程记录", "拒签情况没有执法人员签字", "拒签未注明情况", "发现的问题未写明");
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
  @Clause({"ZB-15", "ZB-9"})
  void a_record_of_fewer_than_two_officers_without_licences_shown_is_refused() throws Exception {
    String visit = chain.visits(bureau, runningTask()).get(0).get("id").asString();
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    Map<String, Object> content =
        Chain.record(detail, LocalDate.of(2026, 3, 2), "no-problem-found", "");
    content.put("officers", List.of(inspector));
    content.put("licencesShown", false);
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "save", content));
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    JsonNode problem =
        assertRefused(
            chain.recordCommand(bureau, "inspector", visit, "submit", null),
            "fieldwork.record-incomplete",
            "ZB-15");
    assertThat(problem.get("errors").valueStream().map(e -> e.get("message").asString()))
        .containsExactlyInAnyOrder("在场的检查人员不足规定人数", "未确认已出示执法证件");
    content.put("officers", List.of(inspector, inspector2));
    content.put("licencesShown", true);
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "save", content));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "submit", null));
  }

  @Test
  @Clause("ZB-15")
  void a_refusal_to_sign_is_explained_and_signed_by_the_officers() throws Exception {
    String visit = chain.visits(bureau, runningTask()).get(0).get("id").asString();
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    Map<String, Object> content =
        Chain.record(detail, LocalDate.of(2026, 3, 2), "no-problem-found", "");
    content.put(
        "signature",
        Map.of("signed", false, "signer", "", "explanation", "负责人离场", "witness", "物业李师傅"));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "save", content));
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    JsonNode problem =
        assertRefused(
            chain.recordCommand(bureau, "inspector", visit, "submit", null),
            "fieldwork.record-incomplete",
            "ZB-15");
    assertThat(problem.get("errors").valueStream().map(e -> e.get("message").asString()))
        .containsExactly("拒签情况没有执法人员签字");
    chain.ok(chain.addEvidence(bureau, "inspector", visit, "signature"));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "submit", null));
  }

  @Test
  @Clause("ZB-7")
  void whose_licence_has_expired_enters_nothing() throws Exception {
    String visit = chain.visits(bureau, runningTask()).get(0).get("id").asString();
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    clock.set(LICENCE.plusDays(1));
    Map<String, Object> late = Chain.record(detail, LICENCE.plusDays(1), "no-problem-found", "");
    JsonNode problem =
        assertRefused(
            chain.recordCommand(bureau, "inspector", visit, "save", late),
            "fieldwork.licence-expired",
            "ZB-7");
    assertThat(problem.get("detail").asString()).contains("赵检查", "2028-12-31", "2029-01-01");
    assertRefused(chain.addPhoto(bureau, "inspector", visit), "fieldwork.licence-expired", "ZB-7");
    // What was found on the last day of the licence is still put down.
    chain.ok(
        chain.recordCommand(
            bureau,
            "inspector",
            visit,
            "save",
            Chain.record(detail, LICENCE, "no-problem-found", "")));
  }
}
