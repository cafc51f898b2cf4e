package cn.sunlot.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.TestJobs;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a scorecard from draft into force, and computes with it, as people do. */
@Component
public class Scorecards {

  private final Api api;
  private final TestJobs jobs;

  Scorecards(Api api, TestJobs jobs) {
    this.api = api;
    this.jobs = jobs;
  }

  public JsonNode draft(Bureau bureau) throws Exception {
    return ok(
        api.send(bureau, "officer", "/api/credit/scorecards", null, Map.of("reason", "初次制定")));
  }

  public ResultActions send(
      Bureau bureau, String who, JsonNode card, String command, @Nullable Object body)
      throws Exception {
    String path = "/api/credit/scorecards/" + card.get("id").asString() + "/" + command;
    return api.send(bureau, who, path, card.get("version").asInt(), body);
  }

  public JsonNode get(Bureau bureau, JsonNode card) throws Exception {
    return ok(
        api.read(bureau, "officer", "/api/credit/scorecards/{id}", card.get("id").asString()));
  }

  /** The draft with another content. */
  public JsonNode change(Bureau bureau, JsonNode card, ObjectNode content) throws Exception {
    return ok(send(bureau, "officer", card, "change", Map.of("content", content, "reason", "调整")));
  }

  /** Tries it, to the end. */
  public JsonNode tryOut(Bureau bureau, JsonNode card) throws Exception {
    ok(send(bureau, "officer", card, "try", null));
    jobs.runDue();
    return get(bureau, card);
  }

  /** In force from today on. */
  public JsonNode approved(Bureau bureau, JsonNode draft) throws Exception {
    JsonNode tried = tryOut(bureau, draft);
    JsonNode submitted = ok(send(bureau, "officer", tried, "submit", null));
    return ok(send(bureau, "principal", submitted, "approve", null));
  }

  /** Computes all classes, to the end. */
  public JsonNode compute(Bureau bureau) throws Exception {
    JsonNode run = ok(api.send(bureau, "officer", "/api/credit/runs", null, null));
    jobs.runDue();
    return ok(api.read(bureau, "officer", "/api/credit/runs/{id}", run.get("id").asString()));
  }

  /** The credit card of a target. */
  public JsonNode card(Bureau bureau, Object targetId) throws Exception {
    return ok(api.read(bureau, "officer", "/api/credit/targets/{id}", targetId));
  }

  public JsonNode ok(ResultActions answer) throws Exception {
    assertThat(answer.andReturn().getResponse().getStatus())
        .as(answer.andReturn().getResponse().getContentAsString())
        .isBetween(200, 299);
    return api.body(answer);
  }
}
