package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.story.JointVisits.Joint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Results without an inspection: a closed list here, an open one there, evidence first. */
class DirectResultsByRulesTest extends RuledVisitTest {

  private ResultActions direct(Joint joint, String reason, String explanation) throws Exception {
    Map<String, Object> content = joints.record(joint.market(), joint.visit(), DAY);
    content.put("direct", Map.of("reason", reason, "explanation", explanation));
    return joints.save(joint.market(), joint.visit(), content);
  }

  private void formed(String profile, String reason) throws Exception {
    Joint joint = joints.under(profile);
    chain.ok(chain.addPhoto(joint.market(), "inspector", joint.visit()));
    chain.ok(direct(joint, reason, "现场门锁紧闭，物业证明已搬走"));
    JsonNode record = chain.ok(joints.submit(joint.market(), joint.visit(), false));
    // It counts as done: the visit is over.
    assertThat(record.get("visitState").asString()).as(profile).isEqualTo("finished");
  }

  private void refusedReason(String profile, String reason, String code, String clause)
      throws Exception {
    Joint joint = joints.under(profile);
    chain.ok(chain.addPhoto(joint.market(), "inspector", joint.visit()));
    JsonNode problem = refused(direct(joint, reason, "现场情况"), code, profile, clause);
    assertThat(problem.get("why").asString()).doesNotContain("unreachable-at");
  }

  @Test
  @Clause("PDS-21")
  void a_closed_list_has_two_cases_and_takes_no_stated_one() throws Exception {
    for (String reason : List.of("deregistered", "closed-or-liquidating", "other:设备不在")) {
      refusedReason("pingdingshan", reason, "fieldwork.direct-reasons-closed", "PDS-21");
    }
    formed("pingdingshan", "unreachable-at-registered-address");
    formed("pingdingshan", "seriously-uncooperative");
    refused(
        direct(joints.under("pingdingshan"), "seriously-uncooperative", "拒不开门"),
        "fieldwork.evidence-first",
        "pingdingshan",
        "PDS-21");
  }

  @Test
  @Clause("TZ-32")
  void an_open_list_names_nine_cases_and_takes_a_stated_similar_one() throws Exception {
    for (String reason :
        List.of(
            "deregistered",
            "establishment-revoked",
            "licence-revoked",
            "registration-moved",
            "closed-or-liquidating",
            "product-not-fit-for-sampling",
            "equipment-does-not-exist",
            "other:厂房被征收拆除")) {
      formed("taizhou", reason);
    }
    refusedReason("taizhou", "too-far", "fieldwork.direct-reason-not-listed", "TZ-32");
    refusedReason("taizhou", "other:", "fieldwork.direct-reason-not-listed", "TZ-32");
  }

  @Test
  @Clause("ZB-17")
  void another_open_list_is_shorter() throws Exception {
    formed("zibo_miit", "closed-or-liquidating");
    formed("zibo_miit", "other:厂房被征收拆除");
    refusedReason(
        "zibo_miit", "equipment-does-not-exist", "fieldwork.direct-reason-not-listed", "ZB-17");
  }

  @Test
  @Clause({"TZ-32", "PDS-21"})
  void a_direct_result_says_why_and_is_public_with_the_leaders_word() throws Exception {
    Joint joint = joints.under("taizhou");
    chain.ok(chain.addPhoto(joint.market(), "inspector", joint.visit()));
    chain.ok(direct(joint, "equipment-does-not-exist", "登记的电梯已拆除"));
    chain.ok(joints.submit(joint.market(), joint.visit(), true));
    joints.accept(joint.market(), joint.visit());
    JsonNode result = joints.results(joint.market()).get(0);
    assertThat(result.get("type").asString()).isEqualTo("equipment-does-not-exist");
    assertThat(result.get("state").asString()).isEqualTo("published");
  }
}
