package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.Importing;
import cn.sunlot.law.Clause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Registries by standard: a rule that keeps itself up to date, and decisions by hand. */
@PlatformTest
class SubRegistryTest {

  private static final String HEAD = "名称,统一社会信用代码,类型,行政区划代码,注册代码,设备种类,下次检验日期\n";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Api api;
  @Autowired private Entries entries;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() throws Exception {
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        HEAD
            + "一号电梯,sb:T1,设备,370303,31103703002024000017,电梯,2027-03-01\n"
            + "二号电梯,sb:T2,设备,370302,31103703002024000018,电梯,2027-03-01\n"
            + "一号锅炉,sb:T3,设备,370303,31103703002024000019,锅炉,2027-03-01\n");
    add("officer", "张店电梯", rule("region", "370303", "detail", "equipment-category=lift"))
        .andExpect(status().isOk());
  }

  private static Map<String, Object> rule(String... pairs) {
    Map<String, Object> rule = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      rule.put(pairs[i], pairs[i + 1]);
    }
    return rule;
  }

  private ResultActions add(String who, String name, Map<String, Object> rule) throws Exception {
    return api.send(
        bureau, who, "/api/targets/registers", null, Map.of("name", name, "rule", rule));
  }

  private JsonNode register() throws Exception {
    return api.body(api.read(bureau, "head", "/api/targets/registers")).get(0);
  }

  private List<String> units() throws Exception {
    return api.body(
            api.read(bureau, "head", "/api/targets?register=" + register().get("id").asString()))
        .get("items")
        .valueStream()
        .map(item -> item.get("unitId").asString())
        .toList();
  }

  private JsonNode find(String unitId) throws Exception {
    JsonNode list = api.body(api.read(bureau, "officer", "/api/targets?q=" + unitId));
    return api.body(
        api.read(bureau, "officer", "/api/targets/{id}", list.at("/items/0/id").asString()));
  }

  private ResultActions place(String who, String unitId, String place) throws Exception {
    JsonNode target = find(unitId);
    return api.send(
        bureau,
        who,
        "/api/targets/" + target.get("id").asString() + "/place",
        target.get("version").asInt(),
        Map.of("registerId", register().get("id").asString(), "place", place, "reason", "专项部署"));
  }

  @Test
  @Clause({"TZ-10", "SX-3.3"})
  void the_rule_keeps_itself_up_to_date() throws Exception {
    assertThat(units()).containsExactly("sb:T1");
    assertThat(register().get("count").asInt()).isEqualTo(1);
    importing.csv(bureau, "targets", HEAD + "二号电梯,sb:T2,设备,370303,,,\n");
    assertThat(units()).as("it moved").containsExactly("sb:T1", "sb:T2");
    importing.csv(bureau, "targets", HEAD + "一号电梯,sb:T1,设备,,,其他,\n");
    assertThat(units()).as("another category").containsExactly("sb:T2");
    assertThat(find("sb:T2").at("/registers/0/name").asString()).isEqualTo("张店电梯");
    assertThat(find("sb:T1").get("registers").isEmpty()).isTrue();
  }

  @Test
  @Clause("TZ-10")
  void what_was_put_in_or_taken_out_by_hand_stays_so_with_its_reason() throws Exception {
    place("officer", "sb:T3", "in").andExpect(jsonPath("$.registers[0].place").value("in"));
    place("officer", "sb:T1", "out").andExpect(jsonPath("$.registers[0].in").value(false));
    assertThat(units()).containsExactly("sb:T3");
    assertThat(register().get("count").asInt()).isEqualTo(1);
    assertThat(find("sb:T1").at("/history/0/reason").asString()).isEqualTo("专项部署");
    assertThat(entries.payloads(bureau, "target-placed")).hasSize(2);
    place("officer", "sb:T1", "by-rule").andExpect(status().isOk());
    assertThat(units()).containsExactly("sb:T1", "sb:T3");
  }

  @Test
  @Clause("TZ-10")
  void a_rule_has_a_condition_that_can_be_read_and_a_name_of_its_own() throws Exception {
    add("officer", "全部", rule()).andExpect(status().is(422));
    add("officer", "看不懂", rule("detail", "colour=red"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].field").value("rule.detail"));
    add("officer", "张店电梯", rule("kind", "equipment"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.title").value("名称已有"));
    add("inspector", "别的", rule("kind", "equipment")).andExpect(status().isForbidden());
  }

  @Test
  void those_of_other_sections_and_authorities_are_not_changed() throws Exception {
    place("officer2", "sb:T3", "in").andExpect(status().isForbidden());
    String path = "/api/targets/registers/" + register().get("id").asString() + "/remove";
    api.send(bureau, "officer2", path, 1, Map.of()).andExpect(status().isForbidden());
    Bureau other = bureaus.create("zibo_miit");
    api.send(other, "officer", path, 1, Map.of()).andExpect(status().isNotFound());
    api.read(other, "officer", "/api/targets?register=" + register().get("id").asString())
        .andExpect(status().isNotFound());
    api.send(bureau, "officer", path, 1, Map.of()).andExpect(jsonPath("$.length()").value(0));
    assertThat(entries.payloads(bureau, "sub-registry-removed")).hasSize(1);
  }
}
