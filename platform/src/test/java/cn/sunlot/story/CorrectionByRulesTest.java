package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.law.Clause;
import cn.sunlot.publicity.PublicRows;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.domain.Result.Statement;
import cn.sunlot.results.usecase.CorrectResult;
import cn.sunlot.story.JointVisits.Joint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** A published result is corrected by the principal of the department whose it is, beside it. */
class CorrectionByRulesTest extends RuledVisitTest {

  @Autowired private CorrectResult correct;
  @Autowired private PublicRows publicRows;

  private JsonNode published(Joint joint, Bureau of) throws Exception {
    chain.ok(joints.notice(of, joint.visit(), notTold("不宜提前告知")));
    joints.enter(of, joint.visit(), DAY, false);
    joints.accept(of, joint.visit());
    return joints.results(of).get(0);
  }

  private ResultActions correction(Bureau of, JsonNode result, String type) throws Exception {
    Map<String, Object> right = new HashMap<>();
    right.put("type", type);
    right.put("finding", "一台电机属淘汰型号");
    right.put("measures", List.of());
    right.put("handling", "");
    right.put("reason", "录入时选错结果");
    return chain
        .api()
        .send(
            of, "principal", "/api/results/" + result.get("id").asString() + "/correct", 2, right);
  }

  @Test
  @Clause({"PDS-22", "PDS-26", "TZ-31"})
  void the_principal_of_the_department_signs_and_neither_another_nor_a_superior() throws Exception {
    Joint joint = joints.under("pingdingshan");
    JsonNode result = published(joint, joint.emergency());
    correction(joint.market(), result, "problem-found-to-be-handled")
        .andExpect(status().isNotFound());
    UUID id = UUID.fromString(result.get("id").asString());
    Statement right = new Statement("failed", "一台电机属淘汰型号", List.of(), "");
    assertThatThrownBy(
            () ->
                joint
                    .city()
                    .as("principal@city", () -> correct.run(id, new IfMatch(2), right, "录入时选错结果")))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> {
              assertThat(r.problem()).isEqualTo(ResultsProblem.CORRECTION_BY_OTHER);
              assertThat(r.clauses()).contains("PDS-22");
            });
    JsonNode corrected =
        chain.ok(correction(joint.emergency(), result, "problem-found-to-be-handled"));
    assertThat(corrected.get("revision").asInt()).isEqualTo(2);
    assertThat(corrected.at("/clauses/correction/0").asString()).isEqualTo("PDS-22");
    // The original stays visible beside it.
    assertThat(publicRows.of(joint.market().authorityId()).get("result"))
        .hasSize(2)
        .anySatisfy(r -> assertThat(r).contains("no-problem-found", "\"revision\": 1"))
        .anySatisfy(r -> assertThat(r).contains("problem-found-to-be-handled", "\"revision\": 2"));
  }

  @Test
  @Clause({"PDS-20", "PDS-22"})
  void what_is_right_is_one_of_the_kinds_of_the_rules_too() throws Exception {
    Joint joint = joints.under("pingdingshan");
    JsonNode result = published(joint, joint.market());
    refused(
        correction(joint.market(), result, "problem-found-corrected"),
        "results.result-type-not-listed",
        "pingdingshan",
        "PDS-20");
    chain.ok(correction(joint.market(), result, "problem-found-correction-ordered"));
    Joint other = joints.under("taizhou");
    chain.ok(
        correction(other.market(), published(other, other.market()), "problem-found-corrected"));
  }
}
