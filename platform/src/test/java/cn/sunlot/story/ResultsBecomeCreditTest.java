package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What an inspection found is known of its target from then on, and a correction corrects it. */
@TestPropertySource(properties = "sunlot.log.origin=credit.test/log")
class ResultsBecomeCreditTest extends StoryTest {

  @Test
  @Clause({"SX-3.5", "N-14", "TZ-31"})
  void a_published_result_is_observed_by_chance_and_its_correction_replaces_it() throws Exception {
    JsonNode report = handedIn(endedTask());
    JsonNode waiting =
        chain.ok(chain.api().read(bureau, "head", "/api/results")).get("items").get(0);
    JsonNode before = result(waiting);
    String target = targetOf(before);
    assertThat(card(target).get("seen")).as("nothing before publication").isEmpty();
    chain.ok(reportCommand("head", report, "publish", Map.of()));
    JsonNode seen = card(target).get("seen");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).get("kind").asString()).isEqualTo("inspection-passed");
    assertThat(seen.get(0).get("selection").asString()).isEqualTo("random");
    assertThat(seen.get(0).get("ref").asString()).isEqualTo(before.get("number").asString());
    JsonNode rates = chain.ok(chain.api().read(bureau, "auditor", "/api/credit/evaluation"));
    assertThat(
            rates
                .get("classes")
                .valueStream()
                .mapToInt(c -> c.get("random").get("inspected").asInt())
                .sum())
        .isEqualTo(4);

    JsonNode published = result(waiting);
    chain.ok(
        chain
            .api()
            .send(
                bureau,
                "principal",
                "/api/results/" + published.get("id").asString() + "/correct",
                published.get("version").asInt(),
                Map.of(
                    "type", "problem-found-corrected",
                    "finding", "一台电机属淘汰型号，当场停用",
                    "measures", List.of("责令停止使用"),
                    "handling", "",
                    "reason", "录入时选错结果")));
    JsonNode corrected = card(target).get("seen");
    assertThat(corrected).hasSize(2);
    assertThat(corrected.get(0).get("kind").asString()).isEqualTo("inspection-problem");
    assertThat(corrected.get(0).get("revision").asInt()).isEqualTo(2);
    assertThat(corrected.get(1).get("superseded").asBoolean()).isTrue();
    JsonNode again = chain.ok(chain.api().read(bureau, "auditor", "/api/credit/evaluation"));
    assertThat(
            again
                .get("classes")
                .valueStream()
                .mapToInt(c -> c.get("random").get("problems").asInt())
                .sum())
        .isEqualTo(1);
  }

  private JsonNode result(JsonNode row) throws Exception {
    return chain.ok(
        chain.api().read(bureau, "principal", "/api/results/" + row.get("id").asString()));
  }

  private JsonNode card(String target) throws Exception {
    return chain.ok(chain.api().read(bureau, "officer", "/api/credit/targets/{id}", target));
  }

  private String targetOf(JsonNode result) throws Exception {
    JsonNode found =
        chain.ok(
            chain
                .api()
                .read(bureau, "officer", "/api/targets?q=" + result.get("unitId").asString()));
    return found.get("items").get(0).get("id").asString();
  }
}
