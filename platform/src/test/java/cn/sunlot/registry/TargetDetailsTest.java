package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.Importing;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Each kind of target has fields of its own, checked, imported, shown and exported. */
@PlatformTest
class TargetDetailsTest {

  private static final String HEAD =
      "名称,统一社会信用代码,类型,地址,行政区划代码,注册代码,设备种类,下次检验日期,面积,施工许可证号,建设阶段,项目经理\n";
  private static final String LIFT = "31103703002024000017";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Api api;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private JsonNode find(String who, String unitId) throws Exception {
    JsonNode list = api.body(api.read(bureau, who, "/api/targets?q=" + unitId));
    return api.body(api.read(bureau, who, "/api/targets/{id}", list.at("/items/0/id").asString()));
  }

  private static Map<String, Object> device(String kind, Map<String, String> details) {
    return Map.of("name", "一号电梯", "kind", kind, "regionCode", "370303", "details", details);
  }

  private ResultActions add(String unitId, Map<String, Object> content) throws Exception {
    return api.send(
        bureau, "officer", "/api/targets", null, Map.of("unitId", unitId, "content", content));
  }

  @Test
  @Clause({"TZ-10", "PDS-2"})
  void fields_of_a_kind_are_imported_by_their_headings_and_shown_in_words() throws Exception {
    importing.csv(
        bureau,
        "targets",
        HEAD
            + ("一号电梯,sb:T1,设备,张店区,370303," + LIFT + ",电梯,2027年3月1日,,,,\n")
            + "阳光大厦项目,xm:P1,建设项目,张店区,370303,,,,,XK-2026-001,主体施工,王大力\n");
    JsonNode lift = find("head", "sb:T1");
    assertThat(lift.at("/details").valueStream().map(d -> d.get("text").asString()))
        .containsExactly(LIFT, "电梯", "2027-03-01");
    assertThat(lift.at("/details/1/label").asString()).isEqualTo("设备种类");
    JsonNode project = find("officer", "xm:P1");
    assertThat(project.at("/details/2/text").asString()).isEqualTo("王大力");
    assertThat(find("head", "xm:P1").at("/details/2/text").asString())
        .as("a person, for those who may not edit")
        .isEqualTo("***");
  }

  @Test
  @Clause("TZ-10")
  void a_wrong_value_is_named_with_row_field_and_way_out() throws Exception {
    importing.csv(
        bureau,
        "targets",
        HEAD
            + "二号电梯,sb:T2,设备,,,123,扶梯,明年,,,,\n"
            + "某库房,cs:C1,场所,,,,,,很大,,,\n"
            + "某处,cs:C2,,,,,,,120,,,\n"
            + "某厂,cs:C3,企业,,,,,,80,,,\n");
    assertThat(find("officer", "cs:C3").get("details").isEmpty())
        .as("a column of another kind is not taken")
        .isTrue();
    assertThat(api.body(api.read(bureau, "officer", "/api/targets")).get("total").asInt())
        .as("only the one whose own values are right")
        .isEqualTo(1);
    String answer =
        api.send(
                bureau,
                "officer",
                "/api/targets/batch",
                null,
                Map.of(
                    "targets",
                    List.of(
                        Map.of(
                            "unitId",
                            "sb:T2",
                            "name",
                            "二号电梯",
                            "kind",
                            "equipment",
                            "details",
                            Map.of("equipment-category", "扶梯")))))
            .andExpect(jsonPath("$.rows[0].outcome").value("refused"))
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(answer).contains("没有“扶梯”这一选项").contains("锅炉");
  }

  @Test
  @Clause("TZ-10")
  void a_form_demands_what_the_kind_needs_and_keeps_the_history() throws Exception {
    add("sb:T3", device("equipment", Map.of("registration-code", "12", "area", "5")))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[?(@.field == 'details.area')].message").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'details.registration-code')].fix").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'details.next-inspection')]").exists());
    Map<String, String> right =
        Map.of(
            "registration-code",
            LIFT,
            "equipment-category",
            "lift",
            "next-inspection",
            "2027-03-01");
    JsonNode added = api.body(add("sb:T3", device("equipment", right)));
    Map<String, String> later = new java.util.HashMap<>(right);
    later.put("next-inspection", "2028-03-01");
    JsonNode changed =
        api.body(
            api.send(
                bureau,
                "officer",
                "/api/targets/" + added.get("id").asString() + "/change",
                1,
                Map.of("content", device("equipment", later), "reason", "检验合格")));
    assertThat(changed.at("/history/0/changes/details.next-inspection").toString())
        .isEqualTo("[\"2027-03-01\",\"2028-03-01\"]");
  }

  @Test
  @Clause("TZ-10")
  void an_import_changes_what_it_says_and_its_history_tells_each_field() throws Exception {
    importing.csv(bureau, "targets", HEAD + "一号电梯,sb:T1,设备,,," + LIFT + ",电梯,2027-03-01,,,,\n");
    importing.csv(bureau, "targets", HEAD + "一号电梯,sb:T1,设备,,,,,2028-03-01,,,,\n");
    JsonNode lift = find("officer", "sb:T1");
    assertThat(lift.at("/details").size()).isEqualTo(3);
    assertThat(lift.at("/history/0/changes").toString())
        .isEqualTo("{\"details.next-inspection\":[\"2027-03-01\",\"2028-03-01\"]}");
  }

  @Test
  @Clause("TZ-10")
  void an_export_of_one_kind_has_its_fields_and_screens_are_told_all_kinds() throws Exception {
    importing.csv(bureau, "targets", HEAD + "一号电梯,sb:T1,设备,,," + LIFT + ",电梯,2027-03-01,,,,\n");
    api.read(bureau, "head", "/api/targets/export?format=csv&kind=equipment")
        .andExpect(content().string(containsString("设备注册代码")))
        .andExpect(content().string(containsString("电梯")));
    api.read(bureau, "head", "/api/targets/kinds")
        .andExpect(jsonPath("$.length()").value(10))
        .andExpect(jsonPath("$[?(@.kind == 'equipment')].fields[0].required").value(true));
  }
}
