package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.PdfText;
import cn.sunlot.law.Clause;
import cn.sunlot.schema.testing.TestDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A target turns out to be exempt when the secret of the draw's chain is lost: the task goes on
 * with what the successor draws.
 */
class LostChainTest extends StoryTest {

  @Autowired private TestDatabase testDatabase;

  private JsonNode drawOf(String task, int index) throws Exception {
    return chain.task(bureau, task).get("draws").get(index);
  }

  private void loseSecret(String drawId) throws Exception {
    try (var connection = testDatabase.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE drawing.draw SET chain_secret = sha256(chain_secret) WHERE id = '"
              + drawId
              + "'");
    }
  }

  private JsonNode command(String who, String path, int version, Map<String, ?> body)
      throws Exception {
    return chain.ok(chain.api().send(bureau, who, path, version, body));
  }

  private List<JsonNode> inState(String task, String state) throws Exception {
    return chain
        .visits(bureau, task)
        .valueStream()
        .filter(v -> v.get("state").asString().equals(state))
        .sorted(Comparator.comparing(LostChainTest::number))
        .collect(Collectors.toList());
  }

  @Test
  @Clause({"ZB-9", "ZB-11"})
  void the_substitute_comes_from_the_successor_and_everything_after_knows_it() throws Exception {
    String task =
        chain
            .openTask(bureau, chain.publishedLine(bureau, "JN-06", Map.of("A", 500)))
            .get("id")
            .asString();
    chain.drawTargets(bureau, task);
    dropAsExempt(chain.visits(bureau, task).get(0), "列入 2026 年免检名单第 12 号");

    String first = drawOf(task, 0).get("id").asString();
    loseSecret(first);
    String path = "/api/draws/" + first;
    int version = chain.ok(chain.api().read(bureau, "officer", path)).get("version").asInt();
    JsonNode ended =
        command("principal", path + "/end-rounds", version, Map.of("reason", "密钥库损坏，链密钥无法恢复"));
    command("officer", path + "/succeed", ended.get("version").asInt(), Map.of());
    JsonNode successor = drawOf(task, 1);
    chain.hold(bureau, successor.get("id").asString());
    assertThat(chain.visits(bureau, task)).hasSize(3);
    assertThat(inState(task, "dropped")).hasSize(1);
    assertThat(publicTargets(task)).isEqualTo(2);

    dropAsExempt(visitOf(task, first), "列入 2026 年免检名单第 13 号");
    chain.draw(bureau, successor.get("id").asString(), "draw-round", Map.of());
    assertThat(inState(task, "dropped")).hasSize(2);
    assertThat(publicTargets(task)).isEqualTo(2);

    chain.drawTeams(bureau, task);
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
    List<JsonNode> open = inState(task, "dispatched");
    assertThat(open).hasSize(2);
    for (JsonNode each : open) {
      assertThat(notice(each)).contains(number(successor)).doesNotContain(number(drawOf(task, 0)));
    }
    for (JsonNode each : open) {
      inspect(each.get("id").asString());
    }
  }

  private void dropAsExempt(JsonNode exempt, String statement) throws Exception {
    String id = exempt.get("id").asString();
    JsonNode asked =
        command(
            "officer",
            "/api/visits/" + id + "/drop-as-exempt",
            chain.visit(bureau, "officer", id).get("version").asInt(),
            Map.of("statement", statement));
    String change = asked.get("changes").get(0).get("id").asString();
    command("principal", "/api/staffing-changes/" + change + "/approve", 1, Map.of("note", "同意"));
  }

  /** A visit that this draw gave, and that still stands. */
  private JsonNode visitOf(String task, String drawId) throws Exception {
    List<String> drawn =
        chain
            .ok(chain.api().read(bureau, "officer", "/api/draws/" + drawId))
            .get("result")
            .get("targets")
            .valueStream()
            .map(t -> t.get("name").asString())
            .toList();
    return inState(task, "drawn").stream()
        .filter(v -> drawn.contains(v.get("targetName").asString()))
        .findFirst()
        .orElseThrow();
  }

  /** How many targets the public notice of a task counts. */
  private int publicTargets(String task) throws Exception {
    try (var connection = testDatabase.superuser().connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT targets FROM publicity.notice WHERE task_id = '" + task + "'")) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }

  private static String number(JsonNode numbered) {
    return numbered.get("number").asString();
  }

  private String notice(JsonNode visit) throws Exception {
    byte[] pdf =
        chain
            .api()
            .read(
                bureau,
                "inspector",
                "/api/visits/" + visit.get("id").asString() + "/notice.pdf?lang=zh")
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    return PdfText.of(pdf).text();
  }
}
