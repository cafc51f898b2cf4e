package cn.sunlot.story;

import static cn.sunlot.publicity.store.jooq.Tables.DRAW;
import static cn.sunlot.publicity.store.jooq.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.law.Clause;
import cn.sunlot.publicity.store.jooq.tables.records.DrawRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * What the public sees of draws: given-up ones and later rounds too, and nobody's name before the
 * result.
 */
class PublicDrawsTest extends StoryTest {

  @Autowired private DSLContext database;

  private DrawRecord shown(String drawId) {
    return database.selectFrom(DRAW).where(DRAW.ID.eq(UUID.fromString(drawId))).fetchSingle();
  }

  /** Drawn, and its record not closed yet. */
  private String drawnOpen(String task) throws Exception {
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    JsonNode frozen = chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
    String draw = frozen.get("draws").get(0).get("id").asString();
    chain.revealAll(bureau, draw);
    chain.draw(bureau, draw, "draw", Map.of());
    return draw;
  }

  private int version(String draw) throws Exception {
    return chain
        .api()
        .body(chain.api().read(bureau, "principal", "/api/draws/" + draw))
        .get("version")
        .asInt();
  }

  private void giveUp(String draw, String reason) throws Exception {
    chain.ok(
        chain
            .api()
            .send(
                bureau,
                "principal",
                "/api/draws/" + draw + "/void",
                version(draw),
                Map.of("reason", reason)));
  }

  @Test
  @Clause("ZB-9")
  void a_draw_that_was_given_up_stays_public_with_its_reason() throws Exception {
    String draw = drawnOpen(chain.openTask(bureau, line).get("id").asString());
    giveUp(draw, "现场停电，录像中断");
    DrawRecord row = shown(draw);
    assertThat(row.getState()).isEqualTo("void");
    assertThat(row.getVoidReason()).isEqualTo("现场停电，录像中断");
    assertThat(row.getVoidAt()).isEqualTo(clock.instant());
    assertThat(row.getCommitmentHash()).hasSize(64);
  }

  @Test
  @Clause("ZB-20")
  void a_title_that_names_who_was_drawn_is_not_shown() throws Exception {
    JsonNode first = chain.task(bureau, chain.openTask(bureau, line).get("id").asString());
    Map<String, Object> order = new HashMap<>();
    order.put("title", "企业 D1 投诉核查");
    order.put("ground", "complaint");
    order.put("groundText", "12345 热线第 778 号");
    order.put("itemVersionIds", List.of(first.get("items").get(0).get("id").asString()));
    order.put(
        "filter",
        Map.of(
            "kinds", List.of(),
            "regionCodes", List.of(),
            "tags", List.of(),
            "riskClasses", List.of("D")));
    order.put("ratesBp", Map.of("D", 10000));
    order.put("from", "2026-03-05");
    order.put("to", "2026-03-31");
    String task =
        chain
            .ok(chain.api().send(bureau, "officer", "/api/tasks/outside-plan", null, order))
            .get("id")
            .asString();
    String draw = drawnOpen(task);
    assertThat(
            database
                .select(NOTICE.TITLE)
                .from(NOTICE)
                .where(NOTICE.TASK_ID.eq(UUID.fromString(task)))
                .fetchSingle(NOTICE.TITLE))
        .isEmpty();
  }

  @Test
  @Clause({"ZB-9", "TZ-30"})
  void a_reason_that_names_who_was_drawn_is_refused_for_it_would_be_public_at_once()
      throws Exception {
    String draw = drawnOpen(chain.openTask(bureau, line).get("id").asString());
    String drawn =
        chain
            .api()
            .body(chain.api().read(bureau, "principal", "/api/draws/" + draw))
            .at("/result/targets/0/name")
            .asString();
    chain
        .api()
        .send(
            bureau,
            "principal",
            "/api/draws/" + draw + "/void",
            version(draw),
            Map.of("reason", drawn + "已停产"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString(drawn)));
    giveUp(draw, "一家企业已停产");
    assertThat(shown(draw).getVoidReason()).isEqualTo("一家企业已停产");
  }

  @Test
  @Clause("TZ-19")
  void the_notice_of_a_task_appears_by_itself_with_its_draw_and_gives_numbers_only()
      throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    UUID id = UUID.fromString(task);
    assertThat(database.fetchExists(NOTICE, NOTICE.TASK_ID.eq(id))).isFalse();
    drawnOpen(task);
    var notice = database.selectFrom(NOTICE).where(NOTICE.TASK_ID.eq(id)).fetchSingle();
    assertThat(notice.getTargets()).isEqualTo(4);
    assertThat(notice.toString()).doesNotContain("企业 A").doesNotContain("企业 D");
  }

  @Test
  @Clause("ZB-9")
  void a_later_round_is_counted_in_the_public_draw() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    String draw = chain.task(bureau, task).get("draws").get(0).get("id").asString();
    assertThat(shown(draw).getRounds()).isZero();
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
                    Map.of("statement", "列入免检名单")));
    chain.ok(
        chain
            .api()
            .send(
                bureau,
                "principal",
                "/api/staffing-changes/"
                    + asked.get("changes").get(0).get("id").asString()
                    + "/approve",
                1,
                Map.of("note", "同意")));
    chain.draw(bureau, draw, "draw-round", Map.of());
    assertThat(shown(draw).getRounds()).isOne();
    assertThat(shown(draw).getDrawn()).isEqualTo(5);
  }
}
