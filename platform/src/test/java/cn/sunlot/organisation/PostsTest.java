package cn.sunlot.organisation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

/** Several posts, deputies, and administrators of a city and its counties. */
@PlatformTest
class PostsTest {

  private static final String OFFICER = "section-officer@credit";
  private static final String HEAD = "section-head@credit";
  private static final String OTHER = "section-officer@law";
  private static final String COUNTY_OFFICER = "section-officer@county-credit";
  private static final String CITY_SYSTEM = "system-administrator@city";
  private static final String CITY_SECURITY = "security-administrator@city";
  private static final String COUNTY_SYSTEM = "system-administrator@county-market";
  private static final String COUNTY_SECURITY = "security-administrator@county-market";

  @Autowired private MockMvc web;
  @Autowired private City.Factory cities;
  @Autowired private ObjectMapper json;
  @Autowired private SettableClock clock;

  private City city;
  private LocalDate today;

  @BeforeEach
  void makeCity() {
    city =
        cities.create(
            "zibo_miit",
            List.of(
                OFFICER,
                HEAD,
                OTHER,
                COUNTY_OFFICER,
                CITY_SYSTEM,
                CITY_SECURITY,
                COUNTY_SYSTEM,
                COUNTY_SECURITY));
    today = LocalDate.now(clock);
  }

  private Api as(String who) throws Exception {
    return Api.signIn(web, json, city.person(who).login(), Bureau.PASSWORD);
  }

  private UUID id(String who) {
    return city.person(who).id();
  }

  private Map<String, Object> post(String department) {
    return Map.of(
        "departmentId", city.department(department).id(), "title", "", "from", today.toString());
  }

  private String addPost(String who, String department, String role) throws Exception {
    var answer =
        as(CITY_SYSTEM)
            .send("/api/people/" + id(who) + "/posts", 1, post(department))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.posts", hasSize(2)));
    String postId = Api.value(answer, "$.posts[1].id");
    as(CITY_SECURITY)
        .send(
            "/api/people/" + id(who) + "/assign-roles",
            2,
            Map.of("postId", postId, "roles", List.of(role)))
        .andExpect(status().isOk());
    return postId;
  }

  private Map<String, Object> delegation(String postId, String deputy, LocalDate from, int days) {
    return Map.of(
        "postId", postId,
        "deputyId", id(deputy),
        "from", from.toString(),
        "until", from.plusDays(days - 1L).toString(),
        "reason", "外出学习");
  }

  private String mainPost(Api person) throws Exception {
    return Api.value(person.read("/api/posts"), "$[0].id");
  }

  @Test
  void somebody_with_two_posts_acts_in_one_at_a_time_with_the_rights_of_that_one()
      throws Exception {
    String second = addPost(OFFICER, "emergency", "section-head");
    Api officer = as(OFFICER);
    officer
        .read("/api/session")
        .andExpect(jsonPath("$.permissions", hasItem("PLAN_EDIT")))
        .andExpect(jsonPath("$.permissions", not(hasItem("RESULT_REVIEW"))));
    officer
        .read("/api/session/posts")
        .andExpect(jsonPath("$", hasSize(2)))
        .andExpect(jsonPath("$[0].current").value(true));

    officer.send("/api/session/post", Map.of("postId", second)).andExpect(status().isNoContent());

    officer
        .read("/api/session")
        .andExpect(jsonPath("$.department.name").value("市应急管理局"))
        .andExpect(jsonPath("$.permissions", hasItem("RESULT_REVIEW")))
        .andExpect(jsonPath("$.permissions", not(hasItem("PLAN_EDIT"))));
    officer.read("/api/session/posts").andExpect(jsonPath("$[1].current").value(true));
  }

  @Test
  void a_post_of_somebody_else_is_not_taken() throws Exception {
    String heads = mainPost(as(HEAD));
    as(OFFICER).send("/api/session/post", Map.of("postId", heads)).andExpect(status().isNotFound());
  }

  @Test
  void a_post_that_ended_is_left_at_the_next_request_and_others_stay_signed_in() throws Exception {
    String second = addPost(OFFICER, "emergency", "section-head");
    Api officer = as(OFFICER);
    Api head = as(HEAD);
    officer.send("/api/session/post", Map.of("postId", second)).andExpect(status().isNoContent());

    as(CITY_SYSTEM)
        .send(
            "/api/people/" + id(OFFICER) + "/posts/" + second + "/end",
            3,
            Map.of("until", today.minusDays(1).toString()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.days-reversed"));
    as(CITY_SYSTEM)
        .send(
            "/api/people/" + id(OFFICER) + "/posts/" + second + "/end",
            3,
            Map.of("until", today.toString()))
        .andExpect(status().isOk());
    officer.read("/api/session").andExpect(status().isOk());

    clock.advance(Duration.ofDays(1));
    officer.read("/api/session").andExpect(status().isUnauthorized());
    head.read("/api/session").andExpect(status().isOk());
  }

  @Test
  void the_main_post_cannot_end_by_itself() throws Exception {
    String main = mainPost(as(OFFICER));
    as(CITY_SYSTEM)
        .send(
            "/api/people/" + id(OFFICER) + "/posts/" + main + "/end",
            1,
            Map.of("until", today.toString()))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("这是该人员的主岗，不能单独结束。"));
  }

  @Test
  void administrators_exclude_each_other_across_posts() throws Exception {
    String second =
        Api.value(
            as(CITY_SYSTEM)
                .send("/api/people/" + id(OFFICER) + "/posts", 1, post("city"))
                .andExpect(status().isOk()),
            "$.posts[1].id");
    as(CITY_SECURITY)
        .send(
            "/api/people/" + id(OFFICER) + "/assign-roles",
            2,
            Map.of("postId", second, "roles", List.of("audit-administrator")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("“经办人”与“审计管理员”不能由同一人担任。"));
  }

  @Test
  void a_colleague_stands_in_while_the_holder_is_away_and_not_a_day_longer() throws Exception {
    Api head = as(HEAD);
    String post = mainPost(head);
    head.read("/api/posts/" + post + "/colleagues")
        .andExpect(jsonPath("$[*].id", hasItem(id(OTHER).toString())))
        .andExpect(jsonPath("$[*].id", not(hasItem(id(COUNTY_OFFICER).toString()))));
    head.send("/api/delegations", delegation(post, OTHER, today.plusDays(1), 2))
        .andExpect(status().isCreated());

    as(OTHER).read("/api/session/posts").andExpect(jsonPath("$", hasSize(1)));

    clock.advance(Duration.ofDays(1));
    Api deputy = as(OTHER);
    deputy
        .read("/api/session/posts")
        .andExpect(jsonPath("$", hasSize(2)))
        .andExpect(jsonPath("$[1].holder").value(city.person(HEAD).name()));
    deputy.send("/api/session/post", Map.of("postId", post)).andExpect(status().isNoContent());
    deputy
        .read("/api/session")
        .andExpect(jsonPath("$.personId").value(id(OTHER).toString()))
        .andExpect(jsonPath("$.permissions", hasItem("RESULT_REVIEW")));

    clock.advance(Duration.ofDays(2));
    deputy.read("/api/session").andExpect(status().isUnauthorized());
    as(OTHER).read("/api/session/posts").andExpect(jsonPath("$", hasSize(1)));
  }

  @Test
  void a_delegation_that_is_ended_takes_the_post_away_at_once() throws Exception {
    Api head = as(HEAD);
    String post = mainPost(head);
    String delegation =
        Api.value(
            head.send("/api/delegations", delegation(post, OTHER, today, 5))
                .andExpect(status().isCreated()),
            "$.id");
    Api deputy = as(OTHER);
    Api elsewhere = as(OTHER);
    deputy.send("/api/session/post", Map.of("postId", post)).andExpect(status().isNoContent());

    head.send("/api/delegations/" + delegation + "/end", Map.of())
        .andExpect(status().isNoContent());

    deputy.read("/api/session").andExpect(status().isUnauthorized());
    elsewhere.read("/api/session").andExpect(status().isOk());
  }

  @Test
  void deputies_are_colleagues_one_at_a_time_and_not_for_long() throws Exception {
    Api head = as(HEAD);
    String post = mainPost(head);
    head.send("/api/delegations", delegation(post, COUNTY_OFFICER, today, 2))
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.detail")
                .value(
                    "“"
                        + city.person(COUNTY_OFFICER).name()
                        + "”不能代理：代理人须是“市市场监督管理局”的在用账号，且不能是本人。"));
    head.send("/api/delegations", delegation(post, HEAD, today, 2))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.no-deputy"));
    head.send("/api/delegations", delegation(post, OTHER, today, 93))
        .andExpect(jsonPath("$.detail").value("一次代理最多 92 天。"));
    head.send("/api/delegations", delegation(post, OTHER, today, 5))
        .andExpect(status().isCreated());
    head.send("/api/delegations", delegation(post, OFFICER, today.plusDays(4), 5))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.delegated-already"));
    as(OFFICER)
        .send("/api/delegations", delegation(post, OTHER, today.plusDays(10), 2))
        .andExpect(status().isNotFound());
  }

  @Test
  void no_deputy_becomes_two_administrators() throws Exception {
    Api security = as(CITY_SECURITY);
    String post = mainPost(security);
    security
        .send("/api/delegations", delegation(post, CITY_SYSTEM, today, 2))
        .andExpect(status().isConflict())
        .andExpect(
            jsonPath("$.type").value("urn:sunlot:problem:organisation.roles-exclude-each-other"));
  }

  @Test
  void an_administrator_of_a_county_manages_its_department_and_nothing_else() throws Exception {
    Api county = as(COUNTY_SYSTEM);
    county
        .read("/api/people?size=100")
        .andExpect(
            jsonPath("$.items[*].department.name")
                .value(not(hasItem(city.department("market").name()))));
    county
        .send(
            "/api/departments",
            Map.of(
                "name",
                "执法大队",
                "parentId",
                city.department("county-market").id(),
                "functions",
                List.of(),
                "sort",
                1))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.kind").value("section"));
    county
        .send(
            "/api/departments",
            Map.of(
                "name",
                "执法大队",
                "parentId",
                city.department("market").id(),
                "functions",
                List.of(),
                "sort",
                1))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value("“市市场监督管理局”不由您管理，未作改动。"));
    county.read("/api/people/" + id(OFFICER)).andExpect(status().isNotFound());
    county
        .send("/api/people/" + id(OFFICER) + "/posts", 1, post("market"))
        .andExpect(status().isForbidden());
    as(COUNTY_SECURITY)
        .send(
            "/api/people/" + id(OFFICER) + "/assign-roles", 1, Map.of("roles", List.of("auditor")))
        .andExpect(status().isForbidden());
    as(COUNTY_SECURITY)
        .read("/api/people/" + id(OFFICER) + "/sessions")
        .andExpect(status().isForbidden());
  }

  @Test
  void a_department_has_a_region_of_the_city_and_a_section_has_none() throws Exception {
    Api system = as(CITY_SYSTEM);
    Map<String, Object> order =
        new HashMap<>(
            Map.of(
                "name",
                "周村区市场监督管理局",
                "parentId",
                city.department("city").id(),
                "region",
                "370306",
                "line",
                "market-supervision",
                "functions",
                List.of(),
                "sort",
                9));
    system
        .send("/api/departments", order)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.kind").value("department"))
        .andExpect(jsonPath("$.region").value("370306"))
        .andExpect(jsonPath("$.line").value("market-supervision"));
    order.put("name", "槐荫区市场监督管理局");
    order.put("region", "370104");
    system
        .send("/api/departments", order)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.region-outside"));
    order.put("parentId", city.department("market").id());
    system
        .send("/api/departments", order)
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.type").value("urn:sunlot:problem:organisation.section-without-region"));
  }

  @Test
  void a_new_department_of_the_line_is_seen_without_signing_in_again() throws Exception {
    Api county = as(COUNTY_SYSTEM);
    Api cityMarket = as(OTHER);
    cityMarket.read("/api/session").andExpect(status().isOk());
    county
        .send(
            "/api/departments",
            Map.of(
                "name",
                "执法大队",
                "parentId",
                city.department("county-market").id(),
                "functions",
                List.of(),
                "sort",
                1))
        .andExpect(status().isCreated());
    county
        .read("/api/departments")
        .andExpect(jsonPath("$[?(@.name == '执法大队')].administered", contains(true)));
    cityMarket.read("/api/session").andExpect(status().isOk());
  }
}
