package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.drawing.Draws.DroppedTarget;
import cn.sunlot.drawing.Draws.Quota;
import cn.sunlot.drawing.Draws.TargetDrawOrder;
import cn.sunlot.drawing.Draws.TargetRound;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.law.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a draw refuses, with the clause and the way out. */
class DrawRefusalsTest extends DrawTest {

  private TargetDrawOrder with(List<Unit> frame, Map<String, Quota> quotas) {
    TargetDrawOrder o = targetOrder();
    return new TargetDrawOrder(
        o.authorityId(),
        o.departmentId(),
        o.taskId(),
        o.taskNumber(),
        o.profile(),
        frame,
        o.excluded(),
        quotas,
        "");
  }

  @Test
  void a_pool_with_a_unit_twice_or_without_quota_or_empty_is_refused() {
    List<Unit> twice = new ArrayList<>(targetOrder().frame());
    twice.add(twice.get(3));
    var quotas = targetOrder().quotas();
    Refused refused =
        refused(
            DrawingProblem.POOL_NOT_DRAWABLE,
            () -> bureau.as("officer", () -> draws.prepareTargets(with(twice, quotas))));
    assertThat(refused.errors())
        .singleElement()
        .satisfies(e -> assertThat(e.message()).isNotBlank());
    refused(
        DrawingProblem.POOL_NOT_DRAWABLE,
        () ->
            bureau.as(
                "officer",
                () ->
                    draws.prepareTargets(
                        with(targetOrder().frame(), Map.of("A", Quota.rate(100))))));
    refused(
        DrawingProblem.POOL_NOT_DRAWABLE,
        () -> bureau.as("officer", () -> draws.prepareTargets(with(List.of(), quotas))));
  }

  @Test
  @Clause("ZB-9")
  void a_task_is_drawn_once() {
    UUID id = drawnTargets();
    Refused again = refused(DrawingProblem.ALREADY_DRAWN_FOR_TASK, this::prepareTargets);
    assertThat(again.clauses()).containsExactly("ZB-9");
    Refused redraw = refused(DrawingProblem.REDRAW, () -> run(id));
    assertThat(redraw.clauses()).containsExactly("ZB-9");
    assertThat(redraw.allowedCommands()).contains("close", "void").doesNotContain("draw");
    complete(id);
    refused(DrawingProblem.REDRAW, () -> run(id));
  }

  @Test
  @Clause("ZB-9")
  void there_is_no_commitment_without_a_witness_of_the_listed_kinds() {
    UUID id = prepareTargets();
    Refused refused = refused(DrawingProblem.WITNESS_MISSING, () -> commit(id));
    assertThat(refused.clauses()).contains("ZB-9");
    Refused kind =
        refused(
            DrawingProblem.WITNESS_KIND, () -> name(id, "neighbour", null, nonce(), null, null));
    assertThat(kind.clauses()).contains("ZB-9");
    refused(DrawingProblem.WITNESS_KIND_TEXT, () -> name(id, "other", " ", nonce(), null, null));
    name(id, "other", "行业协会代表", nonce(), null, null);
    commit(id);
    assertThat(draw(id).state()).isEqualTo("committed");
  }

  @Test
  void where_no_rule_demands_a_witness_the_operator_still_cannot_draw_alone() {
    TargetDrawOrder o = targetOrder();
    var base =
        new TargetDrawOrder(
            o.authorityId(),
            o.departmentId(),
            o.taskId(),
            o.taskNumber(),
            profile("base"),
            o.frame(),
            o.excluded(),
            o.quotas(),
            "");
    UUID id = bureau.as("officer", () -> draws.prepareTargets(base));
    refused(DrawingProblem.OPERATOR_ALONE, () -> commit(id));
  }

  @Test
  void a_nonce_is_given_in_exactly_one_way_and_holds_128_bits() {
    UUID id = prepareTargets();
    String kind = "counsel";
    refused(DrawingProblem.NONCE_NEEDED, () -> name(id, kind, null, null, null, null));
    refused(DrawingProblem.NONCE_NEEDED, () -> name(id, kind, null, nonce(), nonce(), null));
    refused(DrawingProblem.NONCE_MALFORMED, () -> name(id, kind, null, "AB", null, null));
    refused(DrawingProblem.NONCE_MALFORMED, () -> name(id, kind, null, null, "zz", null));
    refused(DrawingProblem.DICE_TOO_FEW, () -> name(id, kind, null, null, null, "7".repeat(38)));
    refused(DrawingProblem.DICE_TOO_FEW, () -> name(id, kind, null, null, null, "6".repeat(49)));
    name(id, kind, null, null, null, "6 1 ".repeat(25));
    commit(id);
    reveal(id, "operator", null);
    reveal(id, "w1", null);
    run(id);
    assertThat(draw(id).state()).isEqualTo("drawn");
  }

  @Test
  void steps_keep_their_order_and_each_party_opens_once() {
    UUID id = prepareTargets();
    nameWitness(id);
    refused(KernelProblem.COMMAND_NOT_ALLOWED, () -> run(id));
    refused(KernelProblem.COMMAND_NOT_ALLOWED, () -> reveal(id, "operator", null));
    commit(id);
    refused(KernelProblem.COMMAND_NOT_ALLOWED, () -> commit(id));
    refused(KernelProblem.COMMAND_NOT_ALLOWED, () -> nameWitness(id));
    refused(KernelProblem.COMMAND_NOT_ALLOWED, () -> run(id));
    refused(DrawingProblem.PARTY_UNKNOWN, () -> reveal(id, "w9", nonce()));
    refused(DrawingProblem.NONCE_MALFORMED, () -> reveal(id, "w1", null));
    refused(
        DrawingProblem.TRANSCRIPT_TOO_EARLY, () -> bureau.as("officer", () -> transcripts.get(id)));
    reveal(id, "operator", null);
    refused(DrawingProblem.PARTY_REVEALED, () -> reveal(id, "operator", null));
  }

  @Test
  @Clause("ZB-9")
  void a_record_closes_only_with_witness_photo_or_video_and_signed_sheet() {
    UUID id = drawnTargets();
    Refused refused = refused(DrawingProblem.RECORD_INCOMPLETE, () -> close(id));
    assertThat(refused.clauses()).contains("ZB-9");
    assertThat(refused.wrongValues())
        .extracting(WrongValue::field)
        .containsExactly("photo-or-video", "record-sheet");
    attach(id, "record-sheet", "签字.pdf", PDF);
    assertThat(refused(DrawingProblem.RECORD_INCOMPLETE, () -> close(id)).wrongValues())
        .extracting(WrongValue::field)
        .containsExactly("photo-or-video");
    attach(id, "photo", "现场.jpg", JPEG);
    close(id);
    assertThat(draw(id).state()).isEqualTo("closed");
  }

  @Test
  void attachments_are_what_their_bytes_say() {
    UUID id = drawnTargets();
    refused(DrawingProblem.ATTACHMENT_KIND, () -> attach(id, "poem", "a.txt", JPEG));
    refused(KernelProblem.UPLOAD_TYPE, () -> attach(id, "photo", "照片.jpg", PDF));
    refused(KernelProblem.UPLOAD_TYPE, () -> attach(id, "photo", "x.jpg", new byte[0]));
    attach(id, "photo", "现场.jpg", JPEG);
    refused(DrawingProblem.ATTACHED_ALREADY, () -> attach(id, "photo", "again.jpg", JPEG));
  }

  @Test
  void only_drawn_targets_can_be_dropped_or_opened() {
    UUID id = drawnTargets();
    UUID stranger = UUID.randomUUID();
    var order =
        new TargetRound(
            Map.of("A", 1),
            List.of(new DroppedTarget(stranger, "exempt")),
            "免检",
            bureau.person("principal").id());
    refused(
        DrawingProblem.NOT_DRAWN, () -> bureau.as("officer", () -> draws.requestRound(id, order)));
    refused(
        DrawingProblem.NOT_DRAWN,
        () -> bureau.as("officer", () -> draws.releaseOpenings(id, List.of(stranger))));
  }

  @Test
  void what_somebody_else_changed_meanwhile_is_not_overwritten() {
    UUID id = prepareTargets();
    IfMatch early = seen(id);
    nameWitness(id);
    refused(KernelProblem.VERSION_CLASH, () -> bureau.as("officer", () -> commit.run(id, early)));
  }
}
