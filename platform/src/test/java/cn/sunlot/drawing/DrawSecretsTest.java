package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Entries;
import cn.sunlot.KeptAnswers;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.drawing.usecase.RemoveWitness;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Who joins and leaves before the commitment, and what is opened to one person on record. */
class DrawSecretsTest extends DrawTest {

  @Autowired private KeptAnswers answers;
  @Autowired private Api api;
  @Autowired private Entries recorded;
  @Autowired private RemoveWitness removeWitness;

  private ResultActions releaseKey(String who, UUID id, String reason) throws Exception {
    return api.send(
        bureau, who, "/api/draws/" + id + "/release-frame-key", null, Map.of("reason", reason));
  }

  private ResultActions showOpening(UUID id, UUID targetId) throws Exception {
    return api.send(
        bureau,
        "officer",
        "/api/draws/" + id + "/show-opening",
        null,
        Map.of("targetId", targetId));
  }

  @Test
  @Clause("ZB-9")
  void a_witness_named_by_mistake_leaves_before_the_commitment_and_nobody_after_it() {
    UUID id = prepareTargets();
    nameWitness(id);
    bureau.as("officer", () -> removeWitness.run(id, seen(id), "w1", "临时有事离场"));
    refused(DrawingProblem.WITNESS_MISSING, () -> commit(id));
    name(id, "counsel", null, null, nonce(), null);
    name(id, "personnel-section", null, null, "cd".repeat(32), null);
    bureau.as("officer", () -> removeWitness.run(id, seen(id), "w1", "登记有误"));
    name(id, "counsel", null, null, nonce(), null);
    commit(id);
    refused(
        KernelProblem.COMMAND_NOT_ALLOWED,
        () -> bureau.as("officer", () -> removeWitness.run(id, seen(id), "w2", "反悔")));
    assertThatThrownBy(
            () ->
                SystemWork.run(
                    () ->
                        transaction.executeWithoutResult(
                            s ->
                                database.execute(
                                    "DELETE FROM drawing.party WHERE draw_id = ? AND party = 'w2'",
                                    id))))
        .rootCause()
        .hasMessageContaining("party w2 stays");
    reveal(id, "operator", null);
    reveal(id, "w2", null);
    reveal(id, "w3", null);
    run(id);
    assertThat(draw(id).state()).isEqualTo("drawn");
    assertThat(bureau.as("officer", () -> draws.check(id)).problems()).isEmpty();
    assertThat(entries(id))
        .containsSubsequence("draw-witness-named", "draw-witness-removed", "draw-witness-named");
  }

  @Test
  void the_operator_cannot_be_taken_out() {
    UUID id = prepareTargets();
    refused(
        DrawingProblem.PARTY_UNKNOWN,
        () -> bureau.as("officer", () -> removeWitness.run(id, seen(id), "operator", "x")));
  }

  @Test
  @Clause({"PDS-25", "ZB-20"})
  void the_frame_key_is_sealed_but_for_an_auditor_with_a_reason_which_is_on_record()
      throws Exception {
    UUID underWay = revealedTargets();
    releaseKey("auditor", underWay, "专项审计")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:drawing.transcript-too-early"));
    run(underWay);
    for (String who : List.of("officer", "head", "principal", "regulation", "auditadmin")) {
      releaseKey(who, underWay, "想看").andExpect(status().isForbidden());
    }
    releaseKey("auditor", underWay, " ").andExpect(status().isUnprocessableContent());
    assertThat(entries(underWay)).doesNotContain("draw-frame-key-released");
    JsonNode released =
        api.body(releaseKey("auditor", underWay, "专项审计 2026-7").andExpect(status().isOk()));
    var units =
        new Units(
            Suite.SHA256,
            released.get("drawId").asString(),
            HexFormat.of().parseHex(released.get("frameKey").asString()));
    assertThat(bureau.as("officer", () -> draws.listDrawnTargets(underWay)))
        .isNotEmpty()
        .allSatisfy(t -> assertThat(units.token(t.unitId())).isEqualTo(t.token()));
    assertThat(payload("draw-frame-key-released")).contains("专项审计 2026-7");
    assertThat(answers.all()).isNotEmpty();
    assertThat(answers.holding(released.get("frameKey").asString()))
        .as("the key is not kept with the answer")
        .isEmpty();
  }

  @Test
  @Clause("ZB-20")
  void a_unit_gets_what_checks_its_own_line_and_a_drawn_one_only_after_its_visit()
      throws Exception {
    UUID id = drawnTargets();
    DrawnTarget drawn = bureau.as("officer", () -> draws.listDrawnTargets(id)).get(0);
    showOpening(id, drawn.targetId())
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:drawing.opening-too-early"));
    bureau.as("officer", () -> draws.releaseOpenings(id, List.of(drawn.targetId())));
    showOpening(id, drawn.targetId())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.token").value(drawn.token()));
    assertThat(payload("draw-opening-shown")).contains(drawn.unitId());
  }

  private String payload(String type) {
    return recorded.payloads(bureau, type).get(0);
  }
}
