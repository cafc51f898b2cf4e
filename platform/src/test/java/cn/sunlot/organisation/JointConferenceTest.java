package cn.sunlot.organisation;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

/** The joint conference of a city and of a county, and the towns below. */
@PlatformTest
class JointConferenceTest {

  @Autowired private MockMvc web;
  @Autowired private City.Factory cities;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private Organisation organisation;
  @Autowired private ObjectMapper json;

  private City city;
  private Api system;

  @BeforeEach
  void makeCity() throws Exception {
    city =
        cities.create(
            "zibo_miit",
            List.of("system-administrator@city", "system-administrator@county-market"));
    system = as("system-administrator@city");
  }

  private Api as(String who) throws Exception {
    return Api.signIn(web, json, city.person(who).login(), Bureau.PASSWORD);
  }

  private Map<String, Object> seat(String part, @Nullable String department, String person) {
    Map<String, Object> seat = new HashMap<>();
    seat.put("part", part);
    seat.put("departmentId", department == null ? null : city.department(department).id());
    seat.put("personName", person);
    seat.put("title", "");
    return seat;
  }

  private List<Map<String, Object>> seats() {
    return new ArrayList<>(
        List.of(
            seat("convenor", null, "王副市长"),
            seat("deputy", "market", "李局长"),
            seat("office", "market", ""),
            seat("member", "emergency", "赵副局长")));
  }

  private static Map<String, Object> conference(List<Map<String, Object>> seats) {
    return Map.of("name", "示范市部门联合双随机监管联席会议", "seats", seats);
  }

  @Test
  @Clause({"TZ-S1", "PDS-3"})
  void a_conference_has_convenor_deputies_members_and_an_office_that_others_find()
      throws Exception {
    system
        .send("/api/conferences/" + City.REGION, 0, conference(seats()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(1))
        .andExpect(jsonPath("$.seats.length()").value(4))
        .andExpect(jsonPath("$.seats[2].department.name").value("市市场监督管理局"));
    var found =
        SystemWork.run(() -> organisation.findConference(city.authorityId(), City.REGION))
            .orElseThrow();
    Assertions.assertThat(found.office()).isEqualTo(city.department("market").id());
    Assertions.assertThat(found.members())
        .containsExactly(city.department("market").id(), city.department("emergency").id());
    system
        .send("/api/conferences/" + City.REGION, 0, conference(seats()))
        .andExpect(status().isPreconditionFailed());
  }

  @Test
  @Clause("TZ-S1")
  void a_county_has_its_own_conference_entered_by_its_administrator() throws Exception {
    Api county = as("system-administrator@county-market");
    List<Map<String, Object>> seats =
        List.of(
            seat("convenor", null, "孙副区长"),
            seat("office", "county-market", ""),
            seat("member", "county-emergency", ""));
    county.send("/api/conferences/" + City.COUNTY, 0, conference(seats)).andExpect(status().isOk());
    county
        .send("/api/conferences/" + City.REGION, 0, conference(seats()))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value("“淄博市”不由您管理，未作改动。"));
  }

  @Test
  void every_wrong_seat_is_named_with_its_row() throws Exception {
    List<Map<String, Object>> seats = seats();
    seats.add(seat("member", "emergency", ""));
    seats.add(seat("member", "county-market", ""));
    seats.add(seat("convenor", null, "另一位"));
    seats.add(seat("deputy", null, ""));
    system
        .send("/api/conferences/" + City.REGION, 0, conference(seats))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value("名单中有 4 处需要改正，未保存。"))
        .andExpect(jsonPath("$.errors[*].row", hasItem(5)))
        .andExpect(jsonPath("$.errors[*].row", hasItem(6)))
        .andExpect(jsonPath("$.errors[*].row", hasItem(7)))
        .andExpect(jsonPath("$.errors[*].row", hasItem(8)));
    system.read("/api/conferences").andExpect(jsonPath("$.length()").value(0));
  }

  @Test
  void a_single_bureau_has_none() throws Exception {
    Bureau bureau = bureaus.create("zibo_miit");
    Api.signIn(web, json, bureau.person("sysadmin").login(), Bureau.PASSWORD)
        .send("/api/conferences/370300", 0, conference(List.of()))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.no-city"));
  }

  @Test
  void towns_come_and_go_and_their_codes_stay_known() throws Exception {
    for (String code : List.of("370303001", "370303002")) {
      system
          .send("/api/townships", Map.of("code", code, "name", "街道" + code, "from", "2020-01-01"))
          .andExpect(status().isCreated());
    }
    system
        .send("/api/townships", Map.of("code", "370303001", "name", "又一个", "from", "2020-01-01"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("乡镇、街道代码“370303001”已经录入。"));
    system
        .send("/api/townships", Map.of("code", "370104001", "name", "外地", "from", "2020-01-01"))
        .andExpect(status().isUnprocessableContent());
    system
        .send(
            "/api/townships/370303001/change",
            1,
            Map.of("name", "旧街道", "until", "2026-06-30", "successor", "370303002"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.successor").value("370303002"));
    as("system-administrator@county-market")
        .send("/api/townships", Map.of("code", "370305001", "name", "别区", "from", "2020-01-01"))
        .andExpect(status().isForbidden());
  }
}
