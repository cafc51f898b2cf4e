package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.TestJobs;
import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Subject;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.usecase.SucceedDraw;
import cn.sunlot.drawing.usecase.VoidDraw;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Draws that fail by the book or are given up, and their successors. */
class VoidDrawTest extends DrawTest {

  @Autowired private VoidDraw voidDraw;
  @Autowired private SucceedDraw succeed;
  @Autowired private TestJobs jobs;
  @Autowired private DrawStore stored;
  @Autowired private CeremonyStore ceremonies;

  private <T> T inSystem(Supplier<T> work) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  private Voidance voidance(UUID id) {
    return Objects.requireNonNull(inSystem(() -> stored.get(id)).voidance());
  }

  @Test
  @Clause("ZB-9")
  void a_nonce_that_does_not_open_its_commitment_makes_the_draw_void_and_names_who_failed() {
    UUID id = prepareTargets();
    nameWitness(id);
    commit(id);
    reveal(id, "operator", null);
    reveal(id, "w1", "00".repeat(32));
    assertThat(draw(id).state()).isEqualTo("void");
    assertThat(voidance(id).cause()).isEqualTo(VoidCause.NONCE_MISMATCH);
    assertThat(voidance(id).failed()).containsExactly("w1");
    assertThat(events.stream(DrawVoided.class).filter(e -> e.drawId().equals(id))).hasSize(1);
    assertThat(entries(id)).endsWith("draw-void");
    refused(KernelProblem.COMMAND_NOT_ALLOWED, () -> run(id));
  }

  @Test
  void the_last_second_is_in_time_and_the_next_is_late() {
    UUID id = prepareTargets();
    nameWitness(id);
    commit(id);
    clock.advance(Duration.ofHours(2));
    reveal(id, "operator", null);
    assertThat(draw(id).state()).isEqualTo("committed");
    clock.advance(Duration.ofSeconds(1));
    reveal(id, "w1", nonce());
    assertThat(draw(id).state()).isEqualTo("void");
    assertThat(voidance(id).cause()).isEqualTo(VoidCause.NONCE_MISSING);
    assertThat(voidance(id).failed()).containsExactly("w1");
  }

  @Test
  void a_chain_that_is_not_opened_in_time_makes_the_draw_void_instead_of_drawing() {
    UUID id = revealedTargets();
    clock.advance(Duration.ofHours(4).plusSeconds(1));
    run(id);
    assertThat(draw(id).state()).isEqualTo("void");
    assertThat(voidance(id).cause()).isEqualTo(VoidCause.NOT_OPENED);
    assertThat(voidance(id).failed()).containsExactly("operator");
    assertThat(bureau.as("officer", () -> draws.listDrawnTargets(id))).isEmpty();
  }

  @Test
  void overdue_draws_become_void_without_anybody_looking() {
    UUID late = prepareTargets();
    nameWitness(late);
    commit(late);
    clock.advance(Duration.ofHours(2).plusSeconds(1));
    Bureau first = bureau;
    bureau = bureaus.create("zibo_miit");
    UUID inTime = prepareTargets();
    nameWitness(inTime);
    commit(inTime);
    bureau = first;
    jobs.runRecurring();
    assertThat(draw(late).state()).isEqualTo("void");
    assertThat(voidance(late).failed()).containsExactly("operator", "w1");
    assertThat(entries(late)).endsWith("draw-void");
    assertThat(draw(inTime).state()).isEqualTo("committed");
  }

  @Test
  @Clause("ZB-9")
  void a_draw_given_up_stays_visible_with_reason_approver_and_time() {
    UUID id = drawnTargets();
    bureau.as("principal", () -> voidDraw.run(id, seen(id), "计划撤销"));
    Voidance why = voidance(id);
    assertThat(why.cause()).isEqualTo(VoidCause.GIVEN_UP);
    assertThat(why.reason()).isEqualTo("计划撤销");
    assertThat(why.approverId()).isEqualTo(bureau.person("principal").id());
    assertThat(why.at()).isEqualTo(clock.instant());
    assertThat(bureau.as("officer", () -> draws.listOfTask(taskId))).hasSize(1);
    assertThat(bureau.as("officer", () -> draws.listDrawnTargets(id))).hasSize(6);
  }

  @Test
  void a_closed_record_cannot_be_made_void() {
    UUID id = drawnTargets();
    complete(id);
    refused(
        KernelProblem.COMMAND_NOT_ALLOWED,
        () -> bureau.as("principal", () -> voidDraw.run(id, seen(id), "反悔")));
  }

  @Test
  @Clause("ZB-9")
  void the_successor_keeps_the_pool_and_names_the_void_draw_and_there_is_one_only() {
    UUID id = revealedTargets();
    bureau.as("principal", () -> voidDraw.run(id, seen(id), "停电"));
    refused(DrawingProblem.SUCCEED_INSTEAD, this::prepareTargets);
    UUID next = bureau.as("officer", () -> succeed.run(id, seen(id)));
    refused(
        DrawingProblem.SUCCESSOR_EXISTS,
        () -> bureau.as("officer", () -> succeed.run(id, seen(id))));
    nameWitness(next);
    commit(next);
    Commitment before = commitment(id);
    Commitment after = commitment(next);
    assertThat(after.previous()).isEqualTo(draw(id).commitmentHash());
    var old = (Subject.Targets) before.subject();
    var kept = (Subject.Targets) after.subject();
    assertThat(kept.strata()).isEqualTo(old.strata());
    assertThat(kept.pool()).isEqualTo(old.pool());
    assertThat(kept.excluded().reasons()).isEqualTo(old.excluded().reasons());
    assertThat(kept.frame().root()).isNotEqualTo(old.frame().root());
    assertThat(after.chain().head()).isNotEqualTo(before.chain().head());
    revealAll(next);
    run(next);
    assertThat(draw(next).state()).isEqualTo("drawn");
    assertThat(bureau.as("officer", () -> draws.check(next)).problems()).isEmpty();
  }

  private Commitment commitment(UUID id) {
    return Commitment.parse(inSystem(() -> ceremonies.get(id)).getCommitted().document());
  }

  @Test
  void a_prepared_draw_that_is_given_up_makes_room_for_a_new_pool() {
    UUID id = prepareTargets();
    bureau.as("principal", () -> voidDraw.run(id, seen(id), "名单有误"));
    UUID next = prepareTargets();
    Draw fresh = inSystem(() -> stored.get(next));
    assertThat(fresh.previousHash()).isEmpty();
  }
}
