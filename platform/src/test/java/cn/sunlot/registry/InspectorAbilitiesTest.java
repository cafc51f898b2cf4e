package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.imports.Importing;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What inspectors hold and learnt, and who assists them without being one. */
@PlatformTest
class InspectorAbilitiesTest {

  @Autowired private Api api;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private City.Factory cities;
  @Autowired private Importing importing;
  @Autowired private Registry registry;
  @Autowired private Entries entries;
  @Autowired private SettableClock clock;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 4, 1));
    bureau = bureaus.create("zibo_miit");
  }

  private Map<String, Object> content(Bureau of, String licence) {
    return new HashMap<>(
        Map.of(
            "departmentId", of.section("节能科").id(),
            "name", "赵检查",
            "sex", "female",
            "post", "一级科员",
            "licenceNumber", licence,
            "licenceUntil", "2030-01-01",
            "licenceKind", "special",
            "licenceRegion", "370300",
            "specialities", List.of("特种设备", "锅炉"),
            "items", List.of("JN-02", "JN-01")));
  }

  private JsonNode add(Bureau of, String licence) throws Exception {
    return api.body(
        api.send(of, "officer", "/api/inspectors", null, content(of, licence))
            .andExpect(status().isCreated()));
  }

  private Registry.Inspector known(String licence) {
    return bureau.as(
        "officer",
        () ->
            registry.listInspectors(bureau.authorityId()).stream()
                .filter(i -> i.licenceNumber().equals(licence))
                .findFirst()
                .orElseThrow());
  }

  @Test
  @Clause({"TZ-11", "TZ-12", "RS-3.3"})
  void an_inspector_has_a_kind_of_licence_specialities_and_items() throws Exception {
    JsonNode added = add(bureau, "LIC-A1");
    assertThat(added.at("/inspector/licenceKind").asString()).isEqualTo("special");
    assertThat(added.at("/inspector/items/0").asString()).isEqualTo("JN-01");
    assertThat(known("LIC-A1").items()).containsExactlyInAnyOrder("JN-01", "JN-02");
    api.read(bureau, "officer", "/api/inspectors?qualification=锅炉")
        .andExpect(jsonPath("$.items[*].licenceNumber", contains("LIC-A1")));
    Map<String, Object> nowhere = content(bureau, "LIC-A2");
    nowhere.put("licenceRegion", "999999");
    api.send(bureau, "officer", "/api/inspectors", null, nowhere)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("licenceRegion"));
  }

  @Test
  @Clause({"TZ-22", "RS-3.3"})
  void trainings_are_entered_once_and_taken_back_with_a_reason() throws Exception {
    String id = add(bureau, "LIC-B1").at("/inspector/id").asString();
    String path = "/api/inspectors/" + id;
    Map<String, Object> training =
        Map.of("on", "2026-03-20", "hours", 4, "topic", "双随机业务培训", "organiser", "市联席会议办公室");
    assertThat(known("LIC-B1").trainedOn()).isNull();
    api.send(bureau, "officer", path + "/add-training", null, training).andExpect(status().isOk());
    JsonNode twice = api.body(api.send(bureau, "officer", path + "/add-training", null, training));
    assertThat(twice.get("trainings").size()).isEqualTo(1);
    assertThat(known("LIC-B1").trainedOn()).isEqualTo(LocalDate.of(2026, 3, 20));
    api.send(
            bureau,
            "officer",
            path + "/add-training",
            null,
            Map.of("on", "2026-04-02", "hours", 0, "topic", " "))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].field", contains("on", "hours", "topic")));
    Map<String, Object> removal =
        Map.of("trainingId", twice.at("/trainings/0/id").asString(), "reason", "登记错人");
    api.send(bureau, "officer", path + "/remove-training", null, removal)
        .andExpect(jsonPath("$.trainings").isEmpty());
    api.send(bureau, "officer", path + "/remove-training", null, removal)
        .andExpect(status().isNotFound());
    assertThat(entries.payloads(bureau, "training-added")).hasSize(1);
    assertThat(entries.payloads(bureau, "training-removed")).hasSize(1);
    assertThat(known("LIC-B1").trainedOn()).isNull();
  }

  @Test
  @Clause("TZ-22")
  void those_who_took_part_are_entered_by_a_list_and_each_row_is_accounted_for() throws Exception {
    add(bureau, "LIC-C1");
    String list =
        "执法证号,培训日期,培训内容,学时,举办单位\nLIC-C1,2026/3/20,双随机业务培训,4,市局\nLIC-C9,2026-03-20,双随机业务培训,4,\n"
            + "LIC-C1,2026-05-01,以后的培训,4,\nLIC-C1,2026-03-21,业务培训,很多,\n";
    var counts = importing.csv(bureau, "trainings", list).counts();
    assertThat(counts.added()).isEqualTo(1);
    assertThat(counts.findings())
        .containsEntry("inspector-unknown", 1)
        .containsEntry("training-to-come", 1)
        .containsEntry("training-hours", 1);
    assertThat(importing.csv(bureau, "trainings", list).counts().unchanged()).isEqualTo(1);
    assertThat(known("LIC-C1").trainedOn()).isEqualTo(LocalDate.of(2026, 3, 20));
  }

  private Map<String, Object> expert(Bureau of, String name) {
    return new HashMap<>(
        Map.of(
            "departmentId",
            of.section("节能科").id(),
            "kind",
            "agency",
            "name",
            name,
            "qualification",
            "CMA 210312050123",
            "fields",
            List.of("锅炉能效测试"),
            "validUntil",
            "2026-04-30"));
  }

  @Test
  @Clause({"TZ-12", "ZB-9", "ZB-13"})
  void experts_and_agencies_are_kept_apart_and_never_drawn() throws Exception {
    JsonNode added =
        api.body(
            api.send(bureau, "officer", "/api/experts", null, expert(bureau, "市特检院"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.valid").value(true)));
    api.send(bureau, "officer", "/api/experts", null, expert(bureau, "市特检院"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.title").value("已经登记过"));
    clock.set(LocalDate.of(2026, 5, 1));
    api.read(bureau, "officer", "/api/experts?q=锅炉")
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.items[0].valid").value(false));
    api.read(bureau, "officer", "/api/experts?kind=person").andExpect(jsonPath("$.total").value(0));
    api.read(bureau, "officer", "/api/inspectors")
        .andExpect(jsonPath("$.items[*].name", not(hasItem("市特检院"))));
    Map<String, Object> longer = expert(bureau, "市特检院");
    longer.put("validUntil", "2028-04-30");
    api.send(
            bureau,
            "officer",
            "/api/experts/" + added.get("id").asString() + "/change",
            1,
            Map.of("content", longer, "reason", "换证"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.valid").value(true))
        .andExpect(jsonPath("$.version").value(2));
    assertThat(entries.payloads(bureau, "expert-changed")).hasSize(1);
  }

  @Test
  void an_expert_is_changed_by_the_department_that_entered_it_alone() throws Exception {
    City city = cities.create("zibo_miit", List.of());
    Bureau market = bureaus.in(city, "market");
    Bureau emergency = bureaus.in(city, "emergency");
    String id =
        api.body(api.send(market, "officer", "/api/experts", null, expert(market, "市计量院")))
            .get("id")
            .asString();
    api.read(emergency, "officer", "/api/experts?q=计量院")
        .andExpect(jsonPath("$.items[0].allowedCommands").isEmpty());
    api.send(
            emergency,
            "officer",
            "/api/experts/" + id + "/change",
            1,
            Map.of("content", expert(emergency, "市计量院"), "reason", "x"))
        .andExpect(status().isForbidden());
    api.send(
            bureau,
            "officer",
            "/api/experts/" + UUID.randomUUID() + "/change",
            1,
            Map.of("content", expert(bureau, "无"), "reason", "x"))
        .andExpect(status().isNotFound());
  }
}
