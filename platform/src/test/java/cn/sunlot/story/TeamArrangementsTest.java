package cn.sunlot.story;

import static cn.sunlot.Refusals.assertRefused;
import static cn.sunlot.organisation.store.jooq.Tables.TOWNSHIP;
import static cn.sunlot.registry.store.jooq.Tables.EXPERT;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_INTEREST;
import static cn.sunlot.registry.store.jooq.Tables.TRAINING;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is arranged for a team: who goes along, on which day, how often somebody goes, leave. */
class TeamArrangementsTest extends StoryTest {

  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private void run(Query query) {
    SystemWork.run(() -> transaction.executeWithoutResult(s -> query.execute()));
  }

  private JsonNode dispatched() throws Exception {
    String id = chain.visits(bureau, runningTask()).get(0).get("id").asString();
    return chain.visit(bureau, "officer", id);
  }

  private ResultActions ask(String who, JsonNode visit, String command, Map<String, ?> body)
      throws Exception {
    String id = visit.get("id").asString();
    int version = chain.visit(bureau, "officer", id).get("version").asInt();
    return chain.api().send(bureau, who, "/api/visits/" + id + "/" + command, version, body);
  }

  private ResultActions decide(Bureau where, String who, JsonNode change, Map<String, ?> body)
      throws Exception {
    return chain
        .api()
        .send(
            where,
            who,
            "/api/staffing-changes/" + change.get("id").asString() + "/approve",
            change.get("version").asInt(),
            body);
  }

  private UUID expert(LocalDate until) {
    UUID id = Ids.next();
    run(
        database
            .insertInto(EXPERT)
            .set(EXPERT.ID, id)
            .set(EXPERT.AUTHORITY_ID, bureau.authorityId())
            .set(EXPERT.DEPARTMENT_ID, bureau.section("节能科").id())
            .set(EXPERT.KIND, "person")
            .set(EXPERT.NAME, "陈工" + id)
            .set(EXPERT.FIELDS, new String[] {"节能"})
            .set(EXPERT.VALID_UNTIL, until)
            .set(EXPERT.CREATED_AT, clock.instant())
            .set(EXPERT.UPDATED_AT, clock.instant()));
    return id;
  }

  @Test
  @Clause("ZB-9")
  void experts_assist_outside_the_team_and_only_while_they_are_appointed() throws Exception {
    JsonNode visit = dispatched();
    UUID current = expert(LocalDate.of(2027, 12, 31));
    Map<String, Object> along = Map.of("kind", "expert", "subjectId", current, "purpose", "能效测试");
    JsonNode with = chain.ok(ask("inspector", visit, "add-assistant", along));
    assertThat(with.get("assistants")).hasSize(1);
    assertThat(with.get("members")).as("the team is as large as before").hasSize(2);
    UUID ended = expert(LocalDate.of(2026, 3, 1));
    assertRefused(
        ask(
            "inspector",
            visit,
            "add-assistant",
            Map.of("kind", "expert", "subjectId", ended, "purpose", "能效测试")),
        "tasking.assistant-not-valid",
        "ZB-9");
    JsonNode without =
        chain.ok(ask("inspector", visit, "remove-assistant", Map.of("subjectId", current)));
    assertThat(without.get("assistants")).isEmpty();
  }

  @Test
  @Clause({"ZB-10", "N-6"})
  void staff_without_a_licence_go_along_are_no_team_and_have_no_interest() throws Exception {
    JsonNode visit = dispatched();
    UUID staff = chain.addInspector(bureau, "随检查", "节能科", LICENCE, null);
    run(
        database
            .update(INSPECTOR)
            .set(INSPECTOR.LICENCE_KIND, "qualified-staff")
            .where(INSPECTOR.ID.eq(staff)));
    Map<String, Object> along = Map.of("kind", "staff", "subjectId", staff, "purpose", "记录");
    chain.ok(ask("officer", visit, "add-assistant", along));
    assertThat(chain.visit(bureau, "officer", visit.get("id").asString()).get("members"))
        .hasSize(2);
    UUID related = chain.addInspector(bureau, "亲属", "节能科", LICENCE, null);
    run(
        database
            .insertInto(INSPECTOR_INTEREST)
            .set(INSPECTOR_INTEREST.INSPECTOR_ID, related)
            .set(INSPECTOR_INTEREST.TARGET_ID, UUID.fromString(visit.at("/target/id").asString()))
            .set(INSPECTOR_INTEREST.AUTHORITY_ID, bureau.authorityId())
            .set(INSPECTOR_INTEREST.REASON, "配偶任职")
            .set(INSPECTOR_INTEREST.DECLARED_AT, clock.instant()));
    assertRefused(
        ask(
            "officer",
            visit,
            "add-assistant",
            Map.of("kind", "staff", "subjectId", related, "purpose", "记录")),
        "tasking.inspector-not-eligible",
        "ZB-10");
    JsonNode asked =
        chain.ok(
            ask(
                "officer",
                visit,
                "recuse",
                Map.of("inspectorId", inspector, "way", "new-random-draw", "statement", "有利害关系")));
    assertThat(asked.get("changes")).hasSize(1);
    assertRefused(
        ask(
            "officer",
            visit,
            "recuse",
            Map.of("inspectorId", inspector, "way", "new-random-draw", "statement", "再次申请")),
        "tasking.request-waits",
        "ZB-11");
  }

  @Test
  @Clause("ZB-10")
  void people_of_other_sections_are_trained_before_they_are_drawn() throws Exception {
    Bureau small = bureaus.create("zibo_miit");
    chain.addInspector(small, "孤", "节能科", LICENCE, null);
    UUID other = chain.addInspector(small, "邻", "安全生产科", LICENCE, null);
    chain.addTargets(small, "D", 1);
    UUID only = chain.publishedLine(small, "JN-01", Map.of("D", 10000));
    String task = chain.openTask(small, only).get("id").asString();
    chain.drawTargets(small, task);
    chain.drawTeams(small, task);
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
                    Map.of("way", "cross-section-draw", "statement", "本科室仅一名持证人员")));
    JsonNode change = reported.get("changes").get(0);
    JsonNode problem =
        assertRefused(
            decide(small, "principal", change, Map.of("note", "同意")),
            "tasking.training-first",
            "ZB-10");
    assertThat(problem.get("detail").asString()).contains("邻");
    train(other, small);
    chain.ok(decide(small, "principal", change, Map.of("note", "同意")));
    JsonNode draws = chain.task(small, task).get("draws");
    chain.hold(small, draws.get(draws.size() - 1).get("id").asString());
    JsonNode full = chain.visit(small, "officer", visit);
    assertThat(full.get("members")).hasSize(2);
    assertThat(full.toString()).contains(other.toString());
  }

  @Test
  @Clause({"ZB-10", "TZ-21"})
  void one_draw_across_sections_fills_all_visits_that_lack_people() throws Exception {
    Bureau small = bureaus.create("zibo_miit");
    chain.addInspector(small, "孤", "节能科", LICENCE, null);
    for (String name : List.of("邻", "里")) {
      train(chain.addInspector(small, name, "安全生产科", LICENCE, null), small);
    }
    chain.addTargets(small, "D", 2);
    UUID only = chain.publishedLine(small, "JN-01", Map.of("D", 10000));
    String task = chain.openTask(small, only).get("id").asString();
    chain.drawTargets(small, task);
    chain.drawTeams(small, task);
    JsonNode short1 =
        chain.ok(
            chain
                .api()
                .send(
                    small,
                    "officer",
                    "/api/tasks/" + task + "/report-shortage",
                    null,
                    Map.of("way", "cross-section-draw", "statement", "本科室仅一名持证人员")));
    assertThat(short1.at("/shortfall/missing").asInt()).isEqualTo(2);
    JsonNode waiting = chain.ok(chain.api().read(small, "principal", "/api/staffing-changes"));
    assertThat(waiting).hasSize(2);
    List<Map<String, Object>> requests =
        waiting
            .valueStream()
            .map(
                c ->
                    Map.<String, Object>of(
                        "id", c.get("id").asString(), "version", c.get("version").asInt()))
            .toList();
    Map<String, Object> order = Map.of("requests", requests, "note", "同意");
    assertRefused(
        chain.api().send(small, "head", "/api/staffing-changes/approve-together", null, order),
        "tasking.decision-by-other",
        "ZB-10");
    int before = chain.task(small, task).get("draws").size();
    chain.ok(
        chain
            .api()
            .send(small, "principal", "/api/staffing-changes/approve-together", null, order));
    JsonNode draws = chain.task(small, task).get("draws");
    assertThat(draws.size()).isEqualTo(before + 1);
    chain.hold(small, draws.get(before).get("id").asString());
    for (JsonNode row : chain.visits(small, task)) {
      JsonNode visit = chain.visit(small, "officer", row.get("id").asString());
      assertThat(visit.get("members")).hasSize(2);
      assertThat(visit.at("/changes/0/state").asString()).isEqualTo("done");
    }
  }

  private void train(UUID person, Bureau where) {
    run(
        database
            .insertInto(TRAINING)
            .set(TRAINING.ID, Ids.next())
            .set(TRAINING.INSPECTOR_ID, person)
            .set(TRAINING.AUTHORITY_ID, where.authorityId())
            .set(TRAINING.ON_DAY, LocalDate.of(2026, 2, 20))
            .set(TRAINING.HOURS, 4)
            .set(TRAINING.TOPIC, "双随机")
            .set(TRAINING.RECORDED_AT, clock.instant()));
  }

  @Test
  void visits_in_one_town_stand_together_on_the_calendar() throws Exception {
    UUID visit = UUID.fromString(chain.visits(bureau, runningTask()).get(0).get("id").asString());
    run(
        database
            .insertInto(TOWNSHIP)
            .set(TOWNSHIP.AUTHORITY_ID, bureau.authorityId())
            .set(TOWNSHIP.CODE, "370303001")
            .set(TOWNSHIP.NAME, "马尚街道")
            .set(TOWNSHIP.FROM_DAY, LocalDate.of(2010, 1, 1)));
    run(database.update(VISIT).set(VISIT.REGION_CODE, "370303001").where(VISIT.ID.eq(visit)));
    JsonNode stops =
        chain
            .ok(chain.api().read(bureau, "officer", "/api/schedule?from=2026-03-01&to=2026-11-30"))
            .get("stops");
    assertThat(stops)
        .filteredOn(s -> s.get("id").asString().equals(visit.toString()))
        .extracting(s -> s.get("regionCode").asString() + " " + s.get("regionName").asString())
        .containsExactly("370303001 张店区 马尚街道");
  }

  @Test
  @Clause("ZB-11")
  void who_will_be_away_asks_for_all_visits_of_that_time_at_once() throws Exception {
    List<String> open = new ArrayList<>();
    chain.visits(bureau, runningTask()).forEach(v -> open.add(v.get("id").asString()));
    JsonNode schedule =
        chain.ok(
            chain
                .api()
                .read(
                    bureau, "inspector", "/api/schedule?from=2026-03-01&to=2026-11-30&mine=true"));
    List<String> own =
        schedule.get("stops").valueStream().map(s -> s.get("id").asString()).toList();
    assertThat(own).containsExactlyInAnyOrderElementsOf(open);
    Map<String, Object> leave =
        Map.of(
            "inspectorId", inspector, "visitIds", own, "reason", "health", "statement", "手术住院，附证明");
    JsonNode asked =
        chain.ok(
            chain.api().send(bureau, "inspector", "/api/staffing-changes/for-leave", null, leave));
    assertThat(asked)
        .hasSize(own.size())
        .allSatisfy(v -> assertThat(v.at("/changes/0/kind").asString()).isEqualTo("replacement"));
    JsonNode waiting = chain.ok(chain.api().read(bureau, "head", "/api/staffing-changes"));
    assertThat(waiting).hasSize(own.size());
    assertRefused(
        chain
            .api()
            .send(
                bureau,
                "inspector",
                "/api/staffing-changes/for-leave",
                null,
                Map.of(
                    "inspectorId",
                    inspector2,
                    "visitIds",
                    own,
                    "reason",
                    "tired",
                    "statement",
                    "x")),
        "tasking.reason-not-listed",
        "ZB-11");
  }

  @Test
  @Clause({"ZB-10", "TZ-21"})
  void a_cap_on_visits_shows_before_the_draw_that_too_few_can_go() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    int visits = chain.visits(bureau, task).size();
    String path = "/api/tasks/" + task + "/team-preview";
    JsonNode before = chain.ok(chain.api().read(bureau, "officer", path));
    assertThat(before.path("shortfall").isMissingNode() || before.path("shortfall").isNull())
        .isTrue();
    chain
        .api()
        .send(
            bureau,
            "officer",
            "/api/staffing-setting/save",
            0,
            Map.of("monthlyCap", 500, "neighbours", List.of()))
        .andExpect(
            org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                .isUnprocessableContent());
    // From March to November are nine months.
    chain.ok(
        chain
            .api()
            .send(
                bureau,
                "officer",
                "/api/staffing-setting/save",
                0,
                Map.of("monthlyCap", 1, "neighbours", List.of())));
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database.execute(
                        "UPDATE tasking.visit SET from_day = '2026-06-01', to_day = '2026-06-30'"
                            + " WHERE authority_id = ?",
                        bureau.authorityId())));
    JsonNode short1 = chain.ok(chain.api().read(bureau, "officer", path));
    assertThat(short1.at("/shortfall/places").asInt()).isEqualTo(2 * visits);
    assertThat(short1.at("/shortfall/room").asInt()).as("two people, once each").isEqualTo(2);
    assertThat(short1.at("/shortfall/lines/0/from").asString()).isEqualTo("2026-06-01");
    assertThat(short1.get("waysOut").valueStream().map(w -> w.get("way").asString()))
        .containsExactlyInAnyOrder("designation", "cross-section-draw");
  }
}
