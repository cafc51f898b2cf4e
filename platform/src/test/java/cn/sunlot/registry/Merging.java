package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Uscc;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Merges targets and separates them, as an officer does it on the screen. */
@Component
public class Merging {

  static final String HEAD = "名称,统一社会信用代码,类型,行政区划代码,地址,负责人,联系电话,标签\n";
  static final String OLD = "regno:370303228012345";
  static final String FIRM = code("91370303228012345");
  static final String THIRD = code("91370303MA3C0EXA3");

  private final Api api;
  private final Importing importing;

  Merging(Api api, Importing importing) {
    this.api = api;
    this.importing = importing;
  }

  private static String code(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  /** A firm that is also there by its old number, another firm, and premises. */
  void register(Bureau bureau) {
    importing.csv(
        bureau,
        "targets",
        HEAD
            + ("阳光机械有限公司," + FIRM + ",企业,370303,人民路 1 号,王小明,,环境保护\n")
            + "阳光机械厂,370303228012345,企业,370303,人民路 2 号,李阳,13300000000,失信\n"
            + ("月光化工," + THIRD + ",企业,370303,,,,\n")
            + "一号楼,cs:C1,场所,370303,,,,\n");
  }

  UUID id(Bureau bureau, String unitId) throws Exception {
    JsonNode list = api.body(api.read(bureau, "officer", "/api/targets?q=" + unitId));
    return UUID.fromString(list.at("/items/0/id").asString());
  }

  /** Ids of the units that a list has under a filter. */
  List<String> units(Bureau bureau, String query) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/targets?" + query))
        .get("items")
        .valueStream()
        .map(row -> row.get("unitId").asString())
        .toList();
  }

  static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  static ResultActions refused(ResultActions answer, String code) throws Exception {
    return answer.andExpect(jsonPath("$.type").value("urn:sunlot:problem:" + code));
  }

  public JsonNode target(Bureau bureau, UUID id) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/targets/{id}", id));
  }

  public JsonNode mergers(Bureau bureau, UUID id) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/targets/{id}/mergers", id));
  }

  /** Merges, with these fields of the absorbed target. */
  public ResultActions merge(Bureau bureau, UUID survivor, UUID absorbed, String... taken)
      throws Exception {
    JsonNode comparison =
        api.body(
            api.read(bureau, "officer", "/api/targets/{id}/beside/{other}", survivor, absorbed));
    return api.send(
        bureau,
        "officer",
        "/api/targets/" + survivor + "/merge",
        comparison.at("/first/version").asInt(),
        Map.of(
            "absorbedId",
            absorbed,
            "absorbedVersion",
            comparison.at("/second/version").asInt(),
            "taken",
            List.of(taken),
            "reason",
            "现场核实为同一家"));
  }

  /** Takes back the last merger of a survivor. */
  public ResultActions separate(Bureau bureau, UUID survivor) throws Exception {
    JsonNode merger = mergers(bureau, survivor).at("/merged/0");
    return api.send(
        bureau,
        "officer",
        "/api/mergers/" + merger.get("id").asString() + "/separate",
        merger.get("version").asInt(),
        Map.of("reason", "是两家"));
  }

  public JsonNode ok(ResultActions answer) throws Exception {
    assertThat(answer.andReturn().getResponse().getStatus())
        .as(answer.andReturn().getResponse().getContentAsString())
        .isBetween(200, 299);
    return api.body(answer);
  }
}
