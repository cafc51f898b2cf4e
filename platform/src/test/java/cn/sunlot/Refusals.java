package cn.sunlot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.policy.TestProfiles;
import java.nio.charset.StandardCharsets;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What every refusal of the rules of Zibo tells the person who is refused. */
public final class Refusals {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Refusals() {}

  /**
   * Asserts that this is the problem, that all four texts are filled, and that the reason cites the
   * clause by document and article.
   *
   * @param code e.g. {@code results.published-immutable}
   * @param clause e.g. {@code ZB-16}
   */
  public static JsonNode assertRefused(ResultActions answer, String code, String clause)
      throws Exception {
    var response = answer.andReturn().getResponse();
    JsonNode problem = JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    assertThat(problem.path("type").asString()).isEqualTo("urn:sunlot:problem:" + code);
    assertThat(response.getStatus()).isEqualTo(problem.get("status").asInt()).isGreaterThan(399);
    for (String part : new String[] {"title", "detail", "why", "now"}) {
      assertThat(problem.path(part).asString()).as(part).isNotBlank();
    }
    assertThat(problem.get("clauses").valueStream().map(JsonNode::asString)).contains(clause);
    String cited = TestProfiles.get("zibo_miit").cite(clause).zh();
    int article = cited.indexOf('》') + 1;
    assertThat(problem.get("why").asString())
        .contains(cited.substring(0, article))
        .contains(cited.substring(article));
    return problem;
  }
}
