package cn.sunlot.story;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.City;
import cn.sunlot.law.Clause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Teams of several departments: who draws whom, and who leads. */
class JointTeamsTest extends JointTeams {

  @Test
  @Clause({"TZ-21", "TZ-22"})
  void one_draw_over_all_departments_gives_the_lead_two_with_the_leader_and_the_other_one()
      throws Exception {
    String task = drawn("taizhou");
    List<String> leads = new ArrayList<>();
    for (String name : List.of("甲", "乙", "丙")) {
      leads.add(officer(market, name).toString());
    }
    UUID untrained = chain.addInspector(market, "未训", "节能科", LICENCE, null);
    UUID other = officer(emergency, "丁");
    refused(form(market, task, Map.of()), "tasking.team-way-missing", "TZ-21");
    chain.ok(form(market, task, Map.of("way", "unified")));
    holdLast(market, task);
    for (JsonNode visit : visits(market, task)) {
      assertThat(roles(visit)).containsExactly("a-leader", "b-member", "c-partner-1");
      assertThat(leads).contains(memberOf(visit, "a-leader"), memberOf(visit, "b-member"));
      assertThat(memberOf(visit, "c-partner-1")).isEqualTo(other.toString());
      assertThat(visit.toString()).doesNotContain(untrained.toString());
      assertThat(visit.get("state").asString()).isEqualTo("staffed");
    }
    assertThat(chain.task(market, task).get("state").asString()).isEqualTo("staffed");
  }

  @Test
  @Clause({"TZ-21", "PDS-15"})
  void each_department_draws_its_own_and_only_together_the_team_is_full() throws Exception {
    String task = drawn("pingdingshan");
    officer(market, "甲");
    officer(emergency, "丁");
    confirmInspectors();
    refused(form(emergency, task, Map.of()), "tasking.no-places-of-own", "PDS-15");
    chain.ok(form(market, task, Map.of("way", "per-department")));
    holdLast(market, task);
    for (JsonNode visit : visits(market, task)) {
      assertThat(roles(visit)).containsExactly("a-leader");
      assertThat(visit.get("state").asString()).isEqualTo("drawn");
      assertThat(visit.at("/emptySeats/0/department/name").asString()).isEqualTo("市应急管理局");
    }
    chain.ok(form(emergency, task, Map.of()));
    holdLast(emergency, task);
    for (JsonNode visit : visits(market, task)) {
      assertThat(roles(visit)).containsExactly("a-leader", "b-partner-1");
      assertThat(visit.get("state").asString()).isEqualTo("staffed");
    }
    chain.ok(chain.taskCommand(market, task, "dispatch", null));
  }

  @Test
  @Clause({"TZ-21", "TZ-22", "N-6"})
  void before_anybody_draws_the_preview_says_who_is_missing_and_what_may_be_done()
      throws Exception {
    String task = drawn("taizhou");
    officer(market, "甲");
    officer(market, "乙");
    UUID along = officer(emergency, "随");
    change(along, INSPECTOR.LICENCE_KIND, "qualified-staff");
    JsonNode preview =
        chain.ok(
            chain
                .api()
                .read(market, "officer", "/api/tasks/" + task + "/team-preview?way=unified"));
    assertThat(preview.get("places").asInt()).isEqualTo(6);
    assertThat(preview.at("/out/accompanies-only").asInt()).isEqualTo(1);
    assertThat(preview.at("/shortfall/missing").asInt()).isEqualTo(2);
    assertThat(preview.at("/shortfall/lines/0/department/name").asString()).isEqualTo("市应急管理局");
    assertThat(preview.at("/shortfall/lines/0/able").asInt()).isZero();
    assertThat(preview.get("waysOut").valueStream().map(w -> w.get("way").asString()))
        .containsExactlyInAnyOrder("designation", "neighbour-draw");
    change(along, INSPECTOR.LICENCE_KIND, "enforcement");
    JsonNode enough =
        chain.ok(
            chain
                .api()
                .read(market, "officer", "/api/tasks/" + task + "/team-preview?way=unified"));
    assertThat(enough.has("shortfall") && !enough.get("shortfall").isNull()).isFalse();
  }

  @Test
  @Clause({"TZ-21", "PDS-17"})
  void the_leader_is_of_the_lead_department_and_arranges_the_day() throws Exception {
    String task = staffed("pingdingshan");
    JsonNode visit = visits(market, task).get(0);
    refused(
        ask(
            market,
            "officer",
            visit,
            "appoint-leader",
            Map.of("inspectorId", memberOf(visit, "b-partner-1"))),
        "tasking.leader-from-lead",
        "PDS-17");
    refused(
        ask(emergency, "officer", visit, "plan-day", Map.of("day", "2026-03-10")),
        "tasking.leader-arranges",
        "PDS-17");
    refused(
        ask(market, "officer", visit, "plan-day", Map.of("day", "2026-05-10")),
        "tasking.day-outside-period",
        "PDS-7");
    JsonNode planned =
        chain.ok(ask(market, "officer", visit, "plan-day", Map.of("day", "2026-03-10")));
    assertThat(planned.get("plannedOn").asString()).isEqualTo("2026-03-10");
    JsonNode schedule =
        chain.ok(
            chain.api().read(emergency, "officer", "/api/schedule?from=2026-03-09&to=2026-03-15"));
    assertThat(schedule.get("stops").valueStream().map(s -> s.path("plannedOn").asString("")))
        .contains("2026-03-10");
  }

  @Test
  @Clause("SX-4.2")
  void one_of_the_drawn_inspectors_is_designated_as_leader_of_whatever_department()
      throws Exception {
    String task = drawn("shaoxing");
    officer(market, "甲");
    officer(market, "乙");
    officer(emergency, "丁");
    chain.ok(form(market, task, Map.of()));
    holdLast(market, task);
    chain.ok(form(emergency, task, Map.of()));
    holdLast(emergency, task);
    JsonNode visit = visits(market, task).get(0);
    String partner = memberOf(visit, "b-partner-1");
    String leader = memberOf(visit, "a-leader");
    JsonNode led =
        chain.ok(ask(market, "officer", visit, "appoint-leader", Map.of("inspectorId", partner)));
    assertThat(memberOf(led, "a-leader")).isEqualTo(partner);
    assertThat(memberOf(led, "b-partner-1")).isEqualTo(leader);
    assertThat(led.get("emptySeats")).isEmpty();
    UUID stranger = officer(market, "外");
    refused(
        ask(market, "officer", visit, "appoint-leader", Map.of("inspectorId", stranger)),
        "tasking.not-a-member",
        "SX-4.2");
  }

  @Test
  @Clause("TZ-21")
  void teams_are_drawn_first_and_their_visits_after_them() throws Exception {
    String task = drawn("taizhou");
    for (String name : List.of("甲", "乙", "丙", "庚")) {
      officer(market, name);
    }
    officer(emergency, "丁");
    officer(emergency, "戊");
    refused(
        form(market, task, Map.of("way", "per-department", "teams", 2)),
        "tasking.teams-first-unified-only",
        "TZ-21");
    chain.ok(form(market, task, Map.of("way", "unified", "teams", 2)));
    holdLast(market, task);
    assertThat(chain.task(market, task).get("state").asString()).isEqualTo("targets-drawn");
    assertThat(visits(market, task)).allSatisfy(v -> assertThat(v.get("members")).isEmpty());
    chain.ok(form(market, task, Map.of("way", "unified")));
    holdLast(market, task);
    Map<String, Integer> load = new HashMap<>();
    for (JsonNode visit : visits(market, task)) {
      assertThat(roles(visit)).containsExactly("a-leader", "b-member", "c-partner-1");
      visit
          .get("members")
          .forEach(m -> load.merge(m.get("inspectorId").asString(), 1, Integer::sum));
    }
    assertThat(load.values()).as("one visit for each of two teams").containsOnly(1).hasSize(6);
  }

  @Test
  @Clause("TZ-21")
  void where_officers_are_too_few_the_same_line_of_a_neighbouring_county_is_drawn_with()
      throws Exception {
    String task = handedDown();
    officer(countyMarket, "本");
    officer(countyEmergency, "急");
    UUID near = officer(otherMarket, "邻");
    JsonNode visit = visits(countyMarket, task).get(0);
    JsonNode asked =
        chain.ok(
            ask(
                countyMarket,
                "officer",
                visit,
                "report-shortage",
                Map.of("way", "neighbour-draw", "statement", "本局仅一名持证人员")));
    chain.ok(
        decide(
            countyMarket,
            "head",
            asked.get("changes").get(0),
            "approve",
            Map.of("note", "与临淄区联合抽取")));
    holdLast(countyMarket, task);
    JsonNode full = chain.visit(countyMarket, "officer", visit.get("id").asString());
    assertThat(full.get("members")).hasSize(3);
    assertThat(full.toString()).contains(near.toString());
    assertThat(full.get("changes").get(0).get("state").asString()).isEqualTo("done");
  }

  /** A joint task of the city whose only target lies in a county. */
  private String handedDown() throws Exception {
    chain.addTargets(countyMarket, "A", 1);
    Map<String, Object> order = order("下派检查", marketItem);
    order.put("handedDown", true);
    String task = setUp(order);
    draw(market, task);
    chain.ok(receive(countyMarket, part(countyMarket, task, City.COUNTY, true)));
    chain.ok(receive(countyEmergency, part(countyEmergency, task, City.COUNTY, false)));
    return task;
  }
}
