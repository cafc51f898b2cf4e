package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.Entries;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * What a city draws goes down the lines into its counties, or is drawn by the counties themselves.
 */
class HandDownTest extends JointStory {

  @Autowired private Entries entries;

  private String task = "";

  @Override
  String rules() {
    return "pingdingshan";
  }

  /** One target in each county; the list of the city goes down. */
  private void handDown() throws Exception {
    chain.addTargets(countyMarket, "A", 1);
    chain.addTargets(otherMarket, "A", 1);
    Map<String, Object> order = order("加油站联合检查", marketItem);
    order.put("handedDown", true);
    task = setUp(order);
    draw(market, task);
  }

  private JsonNode visitOf(String region) throws Exception {
    for (JsonNode row : chain.visits(market, task)) {
      JsonNode visit = chain.visit(market, "officer", row.get("id").asString());
      if (visit.at("/department/name").asString().startsWith(region)) {
        return visit;
      }
    }
    throw new AssertionError("no visit in " + region);
  }

  @Test
  @Clause({"TZ-19", "PDS-13"})
  void a_drawn_list_goes_down_the_lines_of_lead_and_participants() throws Exception {
    handDown();
    assertThat(visitOf("张店区").at("/department/name").asString()).isEqualTo("张店区市场监督管理局");
    assertThat(visitOf("临淄区").at("/department/name").asString()).isEqualTo("临淄区市场监督管理局");
    assertThat(part(market, task, City.COUNTY, true).get("state").asString())
        .isEqualTo("handed-down");
    assertThat(part(market, task, City.COUNTY, false).at("/department/name").asString())
        .isEqualTo("张店区应急管理局");
    assertThat(chain.task(market, task).at("/together/progress")).hasSize(4);
  }

  @Test
  @Clause("TZ-19")
  void where_a_county_has_no_department_of_the_line_its_items_stay_and_that_shows()
      throws Exception {
    handDown();
    JsonNode kept = part(market, task, City.OTHER_COUNTY, false);
    assertThat(kept.get("state").asString()).isEqualTo("kept");
    assertThat(kept.at("/department/name").asString()).isEqualTo("节能科");
    assertThat(entries.payloads(market, "targets-drawn").toString())
        .contains("\"handedDown\":3", "\"kept\":1");
  }

  @Test
  @Clause({"TZ-19", "PDS-13"})
  void the_executing_department_receives_its_list_and_nobody_does_in_its_place() throws Exception {
    handDown();
    assertThat(todo(countyMarket, "officer")).contains("receive-list");
    JsonNode part = part(market, task, City.COUNTY, true);
    refused(receive(otherMarket, part), "tasking.list-of-other-department", "PDS-13");
    chain.ok(receive(countyMarket, part));
    JsonNode received = part(countyMarket, task, City.COUNTY, true);
    assertThat(received.get("state").asString()).isEqualTo("received");
    assertThat(received.at("/executing/id").asString())
        .isEqualTo(countyMarket.section("节能科").id().toString());
    assertThat(chain.visits(countyMarket, task)).hasSize(1);
    assertThat(
            chain
                .visit(
                    countyMarket,
                    "officer",
                    chain.visits(countyMarket, task).get(0).get("id").asString())
                .at("/department/name")
                .asString())
        .isEqualTo("节能科");
    assertThat(todo(countyMarket, "officer")).contains("form-teams").doesNotContain("receive-list");
    assertThat(todo(market, "officer"))
        .as("teams are the counties' now")
        .doesNotContain("form-teams");
    receive(countyMarket, received).andExpect(status().isConflict());
    assertThat(entries.payloads(market, "list-received").toString()).contains("张店区市场监督管理局");
  }

  @Test
  @Clause("TZ-19")
  void the_lead_reads_all_visits_and_a_county_its_own() throws Exception {
    handDown();
    assertThat(chain.visits(market, task)).hasSize(2);
    assertThat(chain.visits(countyEmergency, task)).hasSize(1);
    assertThat(chain.visits(emergency, task)).as("what stayed with it").hasSize(1);
    String other = visitOf("临淄区").get("id").asString();
    chain
        .api()
        .read(countyMarket, "officer", "/api/visits/" + other)
        .andExpect(status().isNotFound());
  }

  @Test
  @Clause("TZ-21")
  void a_county_previews_the_teams_of_its_own_visits_and_of_no_others() throws Exception {
    handDown();
    chain.ok(receive(countyMarket, part(market, task, City.COUNTY, true)));
    String preview = "/api/tasks/" + task + "/team-preview";
    assertThat(chain.ok(chain.api().read(countyMarket, "officer", preview)).get("visits").asInt())
        .isEqualTo(1);
    assertThat(chain.ok(chain.api().read(market, "head", preview)).get("visits").asInt())
        .as("who only looks sees all")
        .isEqualTo(2);
  }

  @Test
  @Clause("TZ-4")
  void a_section_that_received_a_list_gives_it_to_another_one_of_its_department() throws Exception {
    handDown();
    chain.ok(receive(countyMarket, part(market, task, City.COUNTY, true)));
    String taker = countyMarket.section("安全生产科").id().toString();
    int version = chain.task(countyMarket, task).get("version").asInt();
    String path = "/api/tasks/" + task + "/hand-over";
    refused(
        chain
            .api()
            .send(
                countyMarket,
                "officer",
                path,
                version,
                Map.of("departmentId", market.section("安全生产科").id(), "reason", "岗位调整")),
        "tasking.handed-over-elsewhere");
    chain.ok(
        chain
            .api()
            .send(
                countyMarket,
                "officer",
                path,
                version,
                Map.of("departmentId", taker, "reason", "岗位调整")));
    JsonNode received = part(market, task, City.COUNTY, true);
    assertThat(received.at("/executing/id").asString()).isEqualTo(taker);
    assertThat(chain.task(market, task).at("/department/name").asString())
        .as("the lead stays")
        .isEqualTo("节能科");
    JsonNode visits =
        chain.ok(chain.api().read(countyMarket, "officer2", "/api/visits?task=" + task));
    assertThat(visits.get("total").asInt()).isEqualTo(1);
  }

  @Test
  @Clause({"TZ-19", "TZ-30"})
  void the_public_notice_appears_with_the_draw_and_names_departments_but_no_targets()
      throws Exception {
    handDown();
    var notice = notice(task);
    assertThat(notice.getTitle()).isEqualTo("加油站联合检查");
    assertThat(notice.getDepartment()).isEqualTo("节能科");
    assertThat(notice.getParticipants()).containsExactly("市应急管理局");
    assertThat(notice.getItems()).hasSize(2);
    assertThat(notice.getTargets()).isEqualTo(2);
    assertThat(notice.getFromDay()).isEqualTo("2026-03-05");
    assertThat(notice.toString()).doesNotContain("企业 A0");
  }

  @Test
  @Clause({"PDS-14", "PDS-15"})
  void the_order_of_the_steps_is_fixed_and_the_drawn_list_stays_as_it_is() throws Exception {
    handDown();
    for (String command : List.of("prepare-pool", "freeze-pool")) {
      JsonNode refusal = chain.api().body(chain.taskCommand(market, task, command, null));
      assertThat(refusal.get("type").asString()).endsWith("tasking.list-immutable");
      assertThat(refusal.get("detail").asString()).contains("不能增减");
    }
    for (String command : List.of("dispatch", "complete-set-up")) {
      JsonNode refusal =
          chain
              .api()
              .body(
                  chain.taskCommand(market, task, command, null).andExpect(status().isConflict()));
      assertThat(refusal.get("allowedCommands").valueStream().map(JsonNode::asString))
          .contains("form-teams");
    }
    chain
        .taskCommand(market, task, "abandon", Map.of("reason", "名单不合适"))
        .andExpect(status().isConflict());
  }

  @Test
  @Clause({"PDS-13", "TZ-14"})
  void of_a_line_that_counties_run_each_county_opens_its_own_task_over_its_own_targets()
      throws Exception {
    chain.addTargets(countyMarket, "A", 2);
    chain.addTargets(otherMarket, "A", 3);
    UUID line = countyRun();
    refused(
        chain.api().send(market, "officer", "/api/tasks", null, Map.of("lineId", line)),
        "tasking.line-of-counties",
        "PDS-7");
    refused(
        chain.api().send(countyEmergency, "officer", "/api/tasks", null, Map.of("lineId", line)),
        "tasking.line-of-counties",
        "PDS-7");
    for (var county : Map.of(countyMarket, 2, otherMarket, 3).entrySet()) {
      Bureau bureau = county.getKey();
      String own = chain.openTask(bureau, line).get("id").asString();
      chain.ok(chain.api().send(bureau, "officer", "/api/targets/confirm", null, Map.of()));
      JsonNode pool = chain.ok(chain.taskCommand(bureau, own, "prepare-pool", null));
      assertThat(pool.at("/pool/size").asInt()).isEqualTo(county.getValue());
    }
  }

  @Test
  @Clause("TZ-14")
  void a_draw_whose_numbers_are_split_over_counties_names_them_on_the_public_site()
      throws Exception {
    chain.addTargets(countyMarket, "A", 2);
    chain.addTargets(otherMarket, "A", 3);
    var counties = Map.of(City.COUNTY, 1, City.OTHER_COUNTY, 1);
    UUID line =
        planned(
            "分区抽取",
            new TargetFilter(Set.of(), counties.keySet(), Set.of(), Set.of()),
            new Arrangement(
                List.of(), Handling.CITY_RUN, Weights.of(counties), Set.of(), null, "", 2));
    draw(market, chain.openTask(market, line).get("id").asString());
    assertThat(
            SystemWork.run(
                () ->
                    database.fetchValues(
                        "SELECT region FROM publicity.draw_stratum s JOIN publicity.draw d ON d.id ="
                            + " s.draw_id WHERE d.authority_id = ? ORDER BY s.stratum",
                        market.authorityId())))
        .isEqualTo(List.of("张店区", "临淄区"));
  }

  private UUID countyRun() {
    return planned(
        "县级抽取",
        null,
        new Arrangement(List.of(), Handling.COUNTY_RUN, Weights.NONE, Set.of(), null, "", 2));
  }

  private UUID planned(String title, @Nullable TargetFilter filter, Arrangement arrangement) {
    var own = YearlyPlans.line(market, title, UUID.fromString(marketItem), Map.of("A", 10_000));
    var line =
        new cn.sunlot.planning.domain.Line(
            own.id(),
            own.title(),
            own.category(),
            own.itemVersionIds(),
            filter == null ? own.filter() : filter,
            own.rates(),
            own.timesPerYear(),
            own.period(),
            own.executingId(),
            own.body(),
            arrangement,
            null);
    return plans.published(market, plans.draft(market, line)).current().lines().get(0).id();
  }
}
