package cn.sunlot.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Plan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** What lines of a city's departments say: who takes part, who draws, how many and where. */
@PlatformTest
class ContentOfLinesTest {

  @Autowired private JointCityPlans.Maker joint;
  @Autowired private JointCity.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private YearlyPlans yearly;
  @Autowired private Plans plans;
  @Autowired private Api api;

  private JointCity where;
  private Bureau emergency;
  private UUID item;
  private String path;

  @BeforeEach
  void makeCity() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    where = maker.make("pingdingshan");
    emergency = where.emergency();
    item = items.inForce(emergency, "WH-01", Category.GENERAL, 2_000).current().id();
    yearly.addTargets(emergency, City.COUNTY, "A", 60);
    yearly.addTargets(emergency, City.OTHER_COUNTY, "A", 30);
    yearly.addTargets(emergency, City.OTHER_COUNTY, "D", 10);
    path =
        "/api/plans/"
            + api.body(
                    api.send(
                        emergency,
                        "officer",
                        "/api/plans",
                        null,
                        Map.of("year", 2026, "title", "危险化学品联合抽查")))
                .get("id")
                .asString();
  }

  private Map<String, Object> line() {
    Map<String, Object> line = new HashMap<>();
    line.put("title", "危险化学品经营企业联合检查");
    line.put("category", "安全生产");
    line.put("itemVersionIds", List.of(item));
    line.put(
        "filter",
        Map.of(
            "kinds", List.of("enterprise"),
            "regionCodes", List.of(City.COUNTY, City.OTHER_COUNTY)));
    line.put("ratesBp", Map.of("A", 1_000));
    line.put("counts", Map.of("D", 2));
    line.put("timesPerYear", 1);
    line.put("from", "2026-04-01");
    line.put("to", "2026-06-30");
    line.put("executingId", emergency.person("officer").departmentId());
    line.put("body", "市应急管理局");
    line.put("arrangement", arrangement());
    return line;
  }

  private Map<String, Object> arrangement() {
    Map<String, Object> how = new HashMap<>();
    how.put("participants", List.of());
    how.put("handling", "handed-down");
    how.put("weights", Map.of(City.COUNTY, 1, City.OTHER_COUNTY, 2));
    how.put("methods", List.of("on-site"));
    how.put("form", "risk-classified");
    how.put("otherDemands", "检查前核对名录");
    how.put("visitsPerDay", 3);
    return how;
  }

  private ResultActions draft(Map<String, Object> line) throws Exception {
    int version = api.body(api.read(emergency, "officer", path)).get("version").asInt();
    return api.send(
        emergency,
        "officer",
        path + "/change-draft",
        version,
        Map.of("title", "危险化学品联合抽查", "lines", List.of(line)));
  }

  private Map<String, Object> with(String field, Object value) {
    Map<String, Object> line = line();
    if (line.containsKey(field)) {
      line.put(field, value);
    } else {
      Map<String, Object> how = arrangement();
      how.put(field, value);
      line.put("arrangement", how);
    }
    return line;
  }

  private void refused(Map<String, Object> line, String field, String message) throws Exception {
    draft(line)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].field").value(hasItem(field)))
        .andExpect(jsonPath("$.errors[*].message").value(hasItem(containsString(message))));
    api.read(emergency, "officer", path).andExpect(jsonPath("$.current.lines").isEmpty());
  }

  @Test
  @Clause({"TZ-14", "RS-2.5", "PDS-13"})
  void a_line_keeps_who_draws_weights_numbers_and_demands() throws Exception {
    draft(line())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.current.lines[0].arrangement.handling").value("handed-down"))
        .andExpect(jsonPath("$.current.lines[0].arrangement.weights['370305']").value(2))
        .andExpect(jsonPath("$.current.lines[0].arrangement.methods").value(contains("on-site")))
        .andExpect(jsonPath("$.current.lines[0].arrangement.form").value("risk-classified"))
        .andExpect(jsonPath("$.current.lines[0].arrangement.otherDemands").value("检查前核对名录"))
        .andExpect(jsonPath("$.current.lines[0].arrangement.visitsPerDay").value(3))
        .andExpect(jsonPath("$.current.lines[0].counts.D").value(2))
        // 9 of class A, split 1:2; 2 of class D, all of them in 临淄区.
        .andExpect(jsonPath("$.current.lines[0].coverage.expected").value(11))
        .andExpect(jsonPath("$.current.lines[0].coverage.regions[0].expected").value(3))
        .andExpect(jsonPath("$.current.lines[0].coverage.regions[1].expected").value(8))
        .andExpect(jsonPath("$.current.lines[0].coverage.regions[1].weight").value(2));
  }

  @Test
  @Clause({"TZ-14", "TZ-19"})
  void tasks_are_told_all_of_it() {
    Bureau market = where.market();
    var line =
        YearlyPlans.arranged(
            YearlyPlans.line(emergency, "联合检查", item, Map.of("A", 500)),
            List.of(where.city().department("market").id()),
            Handling.COUNTY_RUN);
    var plans2026 = new JointCityPlans(where.city(), market, emergency, market, item, item);
    var agreed =
        joint.agreed(market, joint.proposed(emergency, joint.draft(emergency, line, null)));
    Plan approved = joint.decided(plans2026, joint.plan(plans2026, agreed));
    var told = emergency.as("officer", () -> plans.getLine(approved.current().lines().get(0).id()));
    assertThat(told.leadId()).isEqualTo(emergency.person("officer").departmentId());
    assertThat(told.arrangement().participants())
        .containsExactly(where.city().department("market").id());
    assertThat(told.arrangement().handling()).isEqualTo(Handling.COUNTY_RUN);
    assertThat(told.counts()).isEmpty();
  }

  @Test
  @Clause({"TZ-17", "TZ-14"})
  void only_departments_of_the_same_level_take_part_each_once() throws Exception {
    var city = where.city();
    refused(
        with("participants", List.of(city.department("county-market").id())),
        "participants",
        "不是与“市应急管理局”同级同地的部门");
    refused(
        with("participants", List.of(city.department("emergency").id())),
        "participants",
        "牵头部门不能同时作为参与部门");
    UUID market = city.department("market").id();
    refused(with("participants", List.of(market, market)), "participants", "部门重复");
    refused(with("participants", List.of(UUID.randomUUID())), "participants", "没有这个部门");
  }

  @Test
  @Clause({"TZ-17", "PDS-12", "RS-2.4"})
  void a_department_names_nobody_in_its_own_plan_who_was_not_asked() throws Exception {
    draft(with("participants", List.of(where.city().department("market").id())))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:planning.participants-not-asked"))
        .andExpect(jsonPath("$.clauses").value(hasItem("PDS-12")))
        .andExpect(jsonPath("$.detail").value(containsString("市市场监督管理局")))
        .andExpect(jsonPath("$.now").value(containsString("联合抽查建议")))
        .andExpect(jsonPath("$.errors[0].field").value("participants"))
        .andExpect(jsonPath("$.errors[0].row").value(1));
    api.read(emergency, "officer", path).andExpect(jsonPath("$.current.lines").isEmpty());
    String choices =
        "/api/plans/line-choices?executingId=" + emergency.person("officer").departmentId();
    api.read(emergency, "officer", choices).andExpect(jsonPath("$.participants").isEmpty());
    api.read(emergency, "officer", choices + "&joint=true")
        .andExpect(jsonPath("$.participants[*].name").value(hasItem("市市场监督管理局")));
  }

  @Test
  @Clause("TZ-14")
  void a_region_without_a_weight_is_not_left_out() throws Exception {
    refused(with("weights", Map.of(City.COUNTY, 1)), "weights", "区划与权重不一致");
  }

  @Test
  @Clause({"TZ-19", "PDS-13"})
  void a_county_has_nobody_to_hand_down_to() throws Exception {
    Bureau county = maker.county(where);
    UUID own = items.inForce(county, "SC-01", Category.KEY, null).current().id();
    String countyPlan =
        "/api/plans/"
            + api.body(
                    api.send(
                        county,
                        "officer",
                        "/api/plans",
                        null,
                        Map.of("year", 2026, "title", "县级计划")))
                .get("id")
                .asString();
    Map<String, Object> line = line();
    line.put("itemVersionIds", List.of(own));
    line.put("executingId", county.person("officer").departmentId());
    line.put("arrangement", Map.of("handling", "handed-down"));
    api.send(
            county,
            "officer",
            countyPlan + "/change-draft",
            1,
            Map.of("title", "县级计划", "lines", List.of(line)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("handling"))
        .andExpect(jsonPath("$.errors[0].message").value(containsString("下面没有县级部门")));
  }

  @Test
  @Clause({"TZ-8", "ZB-5"})
  void a_fixed_number_beyond_the_cap_of_the_list_is_refused() throws Exception {
    draft(with("counts", Map.of("D", 3)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString("信用风险 D 类的抽查比例为 30%")))
        .andExpect(jsonPath("$.errors[0].field").value("counts"));
  }

  @Test
  void key_targets_have_a_ratio_only_where_the_rules_raise_it() throws Exception {
    refused(with("ratesBp", Map.of("A", 1_000, "K", 2_000)), "ratesBp", "没有规定要提高抽查比例的重点对象");
  }

  @Test
  void a_sub_registry_that_is_not_there_is_named() throws Exception {
    refused(
        with(
            "filter",
            Map.of(
                "regionCodes",
                List.of(City.COUNTY, City.OTHER_COUNTY),
                "subRegistries",
                List.of(UUID.randomUUID()))),
        "filter",
        "没有这个分类名录");
  }

  @Test
  @Clause({"TZ-10", "TZ-14"})
  void a_sub_registry_that_a_plan_is_about_is_not_removed() throws Exception {
    api.send(
        emergency,
        "officer",
        "/api/targets/registers",
        null,
        Map.of("name", "张店企业", "rule", Map.of("region", City.COUNTY)));
    JsonNode register = api.body(api.read(emergency, "officer", "/api/targets/registers")).get(0);
    String id = register.get("id").asString();
    draft(
            with(
                "filter",
                Map.of(
                    "regionCodes",
                    List.of(City.COUNTY, City.OTHER_COUNTY),
                    "subRegistries",
                    List.of(id))))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.current.lines[0].subRegistries[0].name").value("张店企业"))
        .andExpect(jsonPath("$.current.lines[0].coverage.pool").value(60));
    String remove = "/api/targets/registers/" + id + "/remove";
    api.send(emergency, "officer", remove, 1, null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString("分类名录“张店企业”是计划")));
    draft(line()).andExpect(status().isOk());
    api.send(emergency, "officer", remove, 1, null).andExpect(status().isOk());
  }

  @Test
  @Clause("TZ-14")
  void figures_follow_the_draft_before_it_is_saved() throws Exception {
    JsonNode coverage =
        api.body(
            api.read(
                emergency,
                "officer",
                "/api/plans/coverage?regionCodes=370303&regionCodes=370305&rateA=1000&countD=4"
                    + "&weights=370303:2&weights=370305:1"));
    assertThat(coverage.get("expected").asInt()).isEqualTo(13);
    assertThat(coverage.at("/regions/0/expected").asInt()).isEqualTo(6);
    api.read(emergency, "officer", "/api/plans/coverage?rateA=1000&weights=zhangdian")
        .andExpect(status().isUnprocessableContent());
  }
}
