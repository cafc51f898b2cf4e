package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Merges targets and separates them, as an officer does it on the screen. */
@Component
public class Merging {

  private final Api api;

  Merging(Api api) {
    this.api = api;
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
