package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Which clauses a profile rests its rules on, in the words of its documents. */
@PlatformTest
class CitedClausesTest {

  @Autowired private Api api;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("rushan");
  }

  private JsonNode clauses(String profile) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/profiles/" + profile + "/clauses"));
  }

  private static List<String> of(JsonNode all, String rule) {
    return all.get("rules")
        .valueStream()
        .filter(one -> one.get("rule").asString().equals(rule))
        .flatMap(one -> one.get("clauses").valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  private static JsonNode cited(JsonNode all, String clause) {
    return all.get("cited")
        .valueStream()
        .filter(one -> one.get("clause").asString().equals(clause))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_rule_rests_on_the_clauses_of_the_profile_that_prevails() throws Exception {
    JsonNode taizhou = clauses("taizhou");
    assertThat(of(taizhou, "joint-tasks")).containsExactly("TZ-17", "TZ-19");
    assertThat(of(taizhou, "joint-tasks.hand-down")).containsExactly("TZ-19");
    assertThat(of(taizhou, "draw-witness")).containsExactly("SL-11");
    assertThat(of(clauses("zibo_miit"), "merge-same-target-in-same-period"))
        .containsExactly("ZB-12");
  }

  @Test
  void a_clause_is_cited_by_its_article_and_says_whose_it_is() throws Exception {
    JsonNode taizhou = clauses("taizhou");
    assertThat(cited(taizhou, "TZ-20").get("article").asString()).isEqualTo("第二十条");
    assertThat(cited(taizhou, "TZ-20").get("words").asString())
        .startsWith("《台州市市场监管领域部门联合“双随机、一公开”监管实施细则》");
    assertThat(cited(taizhou, "TZ-20").get("own").asBoolean()).isTrue();
    assertThat(cited(taizhou, "TZ-M9").get("article").asString()).isEqualTo("正文");
    assertThat(cited(taizhou, "SL-11").get("own").asBoolean()).isFalse();
  }
}
