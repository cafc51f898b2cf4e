package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.story.JointVisits.Joint;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What tests of joint visits share: the same events under the rules of one city and of another. */
@PlatformTest
abstract class RuledVisitTest {

  static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private static final String RESULT = "result";

  @Autowired Chain chain;
  @Autowired JointVisits joints;
  @Autowired SettableClock clock;
  @Autowired private ObjectMapper json;

  @BeforeEach
  void setDay() {
    clock.set(DAY);
  }

  /**
   * Asserts that this is the refusal, in words, by a clause that is cited with document and
   * article.
   */
  final JsonNode refused(ResultActions answer, String code, String profile, String clause)
      throws Exception {
    var response = answer.andReturn().getResponse();
    JsonNode problem = json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    assertThat(problem.path("type").asString()).isEqualTo("urn:sunlot:problem:" + code);
    assertThat(response.getStatus()).isEqualTo(problem.get("status").asInt()).isGreaterThan(399);
    for (String part : List.of("title", "detail", "why", "now")) {
      assertThat(problem.path(part).asString()).as(part).isNotBlank();
    }
    assertThat(problem.get("clauses").valueStream().map(JsonNode::asString)).contains(clause);
    String cited = TestProfiles.get(profile).cite(clause).zh();
    int article = cited.indexOf('》') + 1;
    assertThat(problem.get("why").asString())
        .contains(cited.substring(0, article), cited.substring(article));
    return problem;
  }

  /** What is missing, by the words that the officer reads. */
  static List<String> missing(JsonNode problem) {
    return problem.get("errors").valueStream().map(e -> e.get("message").asString()).toList();
  }

  /** That the target was told by phone on the day before. */
  static Map<String, Object> told() {
    return Map.of(
        "given", true,
        "way", "phone",
        "receiver", "李厂长",
        "givenAt", "2026-03-09T01:30:00Z");
  }

  static Map<String, Object> notTold(String reason) {
    return Map.of("given", false, "reason", reason);
  }

  /** A change of a record: what its items come to. */
  static Map<String, Object> result(String type) {
    return Map.of(RESULT, type);
  }

  private static List<Map<String, Object>> found(Map<String, Object> content, String type) {
    return ((List<?>) Objects.requireNonNull(content.get("items")))
        .stream()
            .map(
                entry -> {
                  Map<String, Object> item = new HashMap<>();
                  ((Map<?, ?>) entry).forEach((k, v) -> item.put(String.valueOf(k), v));
                  item.put("type", type);
                  item.put("finding", "台账缺失");
                  return item;
                })
            .toList();
  }

  /** The record of market supervision, saved with its photo and not handed in. */
  final Map<String, Object> saved(Joint joint, Map<String, Object> changed) throws Exception {
    Map<String, Object> content = joints.record(joint.market(), joint.visit(), DAY);
    content.putAll(changed);
    Object type = content.remove(RESULT);
    if (type != null) {
      content.put("items", found(content, String.valueOf(type)));
    }
    chain.ok(joints.save(joint.market(), joint.visit(), content));
    chain.ok(chain.addPhoto(joint.market(), "inspector", joint.visit()));
    return content;
  }
}
