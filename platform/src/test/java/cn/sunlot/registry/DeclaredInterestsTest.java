package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.law.Clause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Interests in businesses and people keep an inspector away wherever they turn up. */
@PlatformTest
class DeclaredInterestsTest {

  private static final String CODE = "91370303MA3C4D5E6E";

  @Autowired private Api api;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private City.Factory cities;
  @Autowired private Registry registry;
  @Autowired private Entries entries;

  private Bureau bureau;
  private UUID inspector;

  @BeforeEach
  void makeInspector() throws Exception {
    bureau = bureaus.create("zibo_miit");
    inspector = addInspector(bureau);
  }

  private UUID addInspector(Bureau of) throws Exception {
    Map<String, Object> content =
        Map.of(
            "departmentId", of.section("节能科").id(),
            "name", "赵检查",
            "sex", "female",
            "post", "一级科员",
            "licenceNumber", "LIC-" + of.root().id().toString().substring(24),
            "licenceUntil", "2030-01-01");
    JsonNode added =
        api.body(
            api.send(of, "officer", "/api/inspectors", null, content)
                .andExpect(status().isCreated()));
    return UUID.fromString(added.at("/inspector/id").asString());
  }

  private UUID addTarget(String unitId, String person) throws Exception {
    Map<String, Object> target =
        Map.of(
            "unitId",
            unitId,
            "content",
            Map.of(
                "name", "示范企业" + unitId.substring(14),
                "kind", "enterprise",
                "regionCode", "370303",
                "address", "人民路 1 号",
                "riskClass", "A",
                "tags", List.of(),
                "responsiblePerson", person,
                "contact", "13300000000"));
    JsonNode added =
        api.body(
            api.send(bureau, "officer", "/api/targets", null, target)
                .andExpect(status().isCreated()));
    return UUID.fromString(added.get("id").asString());
  }

  private static Map<String, Object> declaration(
      String kind, @Nullable String unitId, String name, String relation) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("unitId", unitId);
    body.put("name", name);
    body.put("relation", relation);
    body.put("reason", "本人申报");
    return body;
  }

  private Map<UUID, java.util.Set<UUID>> interests() {
    return bureau.as("officer", () -> registry.interests(bureau.authorityId()));
  }

  @Test
  @Clause({"ZB-11", "TZ-24"})
  void a_business_declared_before_it_is_registered_keeps_the_inspector_away_once_it_is()
      throws Exception {
    String path = "/api/inspectors/" + inspector + "/declare";
    api.send(bureau, "officer", path, null, declaration("business", CODE, "表弟的公司", "relative"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.declarations[0].unitId").value(CODE));
    api.send(bureau, "officer", path, null, declaration("business", CODE, "表弟的公司", "relative"))
        .andExpect(jsonPath("$.declarations.length()").value(1));
    assertThat(interests()).isEmpty();

    UUID target = addTarget(CODE, "李某");
    assertThat(interests().get(inspector)).containsExactly(target);
  }

  @Test
  @Clause({"ZB-11", "TZ-24"})
  void a_person_is_avoided_in_every_target_for_which_they_answer_until_it_is_withdrawn()
      throws Exception {
    UUID first = addTarget("91370303MA3C4D5E7H", "王某某");
    UUID second = addTarget("91370303MA3C4D5E8L", "王某某");
    addTarget("91370303MA3C4D5E9P", "别人");
    JsonNode detail =
        api.body(
            api.send(
                bureau,
                "officer",
                "/api/inspectors/" + inspector + "/declare",
                null,
                declaration("person", null, "王某某", "relative")));
    assertThat(interests().get(inspector)).containsExactlyInAnyOrder(first, second);

    Map<String, Object> withdrawal =
        Map.of("declarationId", detail.at("/declarations/0/id").asString(), "reason", "已经离职");
    String path = "/api/inspectors/" + inspector + "/withdraw-declaration";
    api.send(bureau, "officer", path, null, withdrawal)
        .andExpect(jsonPath("$.declarations").isEmpty());
    api.send(bureau, "officer", path, null, withdrawal).andExpect(status().isNotFound());
    assertThat(interests()).isEmpty();
    assertThat(entries.payloads(bureau, "declaration-withdrawn")).hasSize(1);
  }

  @Test
  void a_business_needs_a_number_that_can_be_one() throws Exception {
    api.send(
            bureau,
            "officer",
            "/api/inspectors/" + inspector + "/declare",
            null,
            declaration("business", "不是代码", "某公司", "other"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("unitId"))
        .andExpect(jsonPath("$.errors[0].value").value("不是代码"));
  }

  @Test
  void another_department_of_the_city_looks_at_an_inspector_and_changes_nothing() throws Exception {
    City city = cities.create("zibo_miit", List.of());
    Bureau market = bureaus.in(city, "market");
    Bureau emergency = bureaus.in(city, "emergency");
    UUID theirs = addInspector(market);
    api.read(emergency, "officer", "/api/inspectors/" + theirs)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.allowedCommands").isEmpty());
    api.send(
            emergency,
            "officer",
            "/api/inspectors/" + theirs + "/declare",
            null,
            declaration("person", null, "王某某", "relative"))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value("“赵检查”由其他部门办理，您只能查看，未作改动。"));
  }
}
