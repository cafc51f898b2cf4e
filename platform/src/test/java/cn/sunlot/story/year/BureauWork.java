package cn.sunlot.story.year;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.planning.domain.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** A bureau whose sections inspect by its own plan: what its people do. */
@SuppressWarnings("NullAway.Init") // The year fills its fields as it goes.
abstract class BureauWork extends Year {

  protected Bureau bureau;
  protected UUID item;
  protected Plan plan;
  protected UUID line;
  protected String task;
  protected List<String> visits;

  @Override
  void begin() {
    on("2026-01-05");
    bureau = bureaus.create(profile);
    market = bureau;
  }

  final ResultActions opens(Map<String, Object> order) throws Exception {
    return chain.api().send(bureau, "officer", "/api/tasks", null, order);
  }

  final Map<String, Object> outside(String ground, String text) {
    Map<String, Object> order = order("群众反映专项检查", item.toString());
    order.put("ground", ground);
    order.put("groundText", text);
    order.put("ratesBp", Map.of("A", 100));
    return order;
  }

  final ResultActions onDraw(String who, String draw, String command) throws Exception {
    int version =
        chain
            .api()
            .body(chain.api().read(bureau, who, "/api/draws/" + draw))
            .get("version")
            .asInt();
    return chain.api().send(bureau, who, "/api/draws/" + draw + "/" + command, version, Map.of());
  }

  final ResultActions isReplaced(String visit, String who, String reason, String statement)
      throws Exception {
    return ask(
        bureau,
        "officer",
        visit(bureau, visit),
        "replace",
        Map.of("inspectorId", who, "reason", reason, "statement", statement));
  }

  final ResultActions hasInterest(String visit, String who, String way) throws Exception {
    return ask(
        bureau,
        "officer",
        visit(bureau, visit),
        "recuse",
        Map.of("inspectorId", who, "way", way, "statement", "配偶在该企业任职，附说明"));
  }

  /** The head says yes, and of the three officers the one who was not in the team is drawn. */
  final void redrawn(String visit, String leaving, JsonNode asked) throws Exception {
    Set<String> before = team(visit);
    JsonNode change = change(asked);
    assertThat(text(change, "way")).isEqualTo("new-random-draw");
    chain.ok(decide(bureau, "head", change, "approve", Map.of("note", "同意")));
    JsonNode draws = chain.task(bureau, task).get("draws");
    chain.draw(bureau, text(draws.get(draws.size() - 1), "id"), "draw-round", Map.of());
    Set<String> now = team(visit);
    assertThat(now).hasSize(2).doesNotContain(leaving);
    before.remove(leaving);
    assertThat(now).as("the other one stays").containsAll(before);
  }

  private Set<String> team(String visit) throws Exception {
    Set<String> team = new HashSet<>();
    visit(bureau, visit).get("members").forEach(m -> team.add(text(m, "inspectorId")));
    return team;
  }

  /** Both of class D, in June. */
  final String drawnInJune(String ground, String text) throws Exception {
    Map<String, Object> order = new HashMap<>(outside(ground, text));
    order.put(
        "filter",
        Map.of(
            "kinds", List.of(),
            "regionCodes", List.of(),
            "tags", List.of(),
            "riskClasses", List.of("D")));
    order.put("ratesBp", Map.of("D", 10_000));
    order.put("from", "2026-06-01");
    order.put("to", "2026-06-30");
    String id = text(chain.ok(open(bureau, order)), "id");
    chain.drawTargets(bureau, id);
    return id;
  }
}
