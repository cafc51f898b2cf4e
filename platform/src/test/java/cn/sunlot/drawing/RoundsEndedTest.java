package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.audit.PublicLog;
import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.Departure;
import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.drawing.Draws.DroppedTarget;
import cn.sunlot.drawing.Draws.InspectorRound;
import cn.sunlot.drawing.Draws.SlotRef;
import cn.sunlot.drawing.Draws.TargetRound;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.EndRounds;
import cn.sunlot.drawing.usecase.NameWitness.Witness;
import cn.sunlot.drawing.usecase.SucceedDraw;
import cn.sunlot.drawing.usecase.VoidDraw;
import cn.sunlot.drawlog.TranscriptLogCheck;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The secret of a chain is lost: what was drawn stands, and a successor draws the places that are
 * missing (draw.md section 5).
 */
class RoundsEndedTest extends DrawTest {

  @Autowired private EndRounds endRounds;
  @Autowired private SucceedDraw succeed;
  @Autowired private VoidDraw voidDraw;
  @Autowired private CeremonyStore ceremonies;
  @Autowired private PublicLog log;

  /** A witness keeps the secret of the chain on paper. */
  private void nameSupervisor(UUID id) {
    String commitment = new Nonce("w1", nonce()).commitment(Suite.SHA256, draw(id).drawId());
    var given = new Contribution(commitment, null, null, Phone.chain().head());
    var witness = new Witness("regulation-section", null, "王见证", "法规科");
    bureau.as("officer", () -> nameWitness.run(id, seen(id), witness, given));
  }

  private void drawSupervised(UUID id) {
    nameSupervisor(id);
    commit(id);
    revealAll(id);
    String value = HexFormat.of().formatHex(Phone.chain().value(0));
    bureau.as("officer", () -> run.run(id, seen(id), value));
  }

  private UUID supervisedTargets() {
    UUID id = prepareTargets();
    drawSupervised(id);
    return id;
  }

  private List<DrawnTarget> drawnOf(UUID id) {
    return bureau.as("officer", () -> draws.listDrawnTargets(id));
  }

  private int dropOne(UUID id, DrawnTarget target) {
    var order =
        new TargetRound(
            Map.of(target.stratum(), 1),
            List.of(new DroppedTarget(target.targetId(), "exempt")),
            "列入免检名单",
            bureau.person("principal").id());
    return bureau.as("officer", () -> draws.requestRound(id, order));
  }

  private void end(UUID id) {
    bureau.as("principal", () -> endRounds.run(id, seen(id), "链密钥的纸条遗失"));
  }

  private UUID next(UUID id) {
    return bureau.as("officer", () -> succeed.run(id, seen(id)));
  }

  private void drawNext(UUID id) {
    nameWitness(id);
    commit(id);
    revealAll(id);
    run(id);
  }

  private Report verifyLogged(UUID id) throws Exception {
    String ref = draw(id).drawId();
    SystemWork.run(() -> transaction.execute(s -> log.cover(ref, 0)));
    Path file = folder.resolve("logged-" + id + ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      bureau.as("officer", () -> transcripts.get(id)).transcript().writeZip(out);
    }
    return Verifier.of(Suites.sha256())
        .withLog(TranscriptLogCheck.of(Suites.sha256()))
        .verify(file);
  }

  private Commitment commitment(UUID id) {
    return Commitment.parse(
        SystemWork.run(
            () ->
                Objects.requireNonNull(
                    transaction.execute(s -> ceremonies.get(id).getCommitted().document()))));
  }

  @Test
  @Clause({"ZB-9", "ZB-11"})
  void what_was_drawn_stands_and_the_successor_draws_the_missing_place_from_the_rest()
      throws Exception {
    UUID id = supervisedTargets();
    List<DrawnTarget> before = drawnOf(id);
    DrawnTarget exempt =
        before.stream().filter(t -> t.stratum().equals("A")).findFirst().orElseThrow();
    assertThat(dropOne(id, exempt)).isEqualTo(1);
    end(id);
    assertThat(draw(id).state()).isEqualTo("drawn");
    assertThat(drawnOf(id)).hasSize(6);
    assertThat(entries(id)).endsWith("draw-round", "draw-void");
    assertThat(events.stream(RoundsEnded.class).filter(e -> e.drawId().equals(id))).hasSize(1);
    Report ended = verifyLogged(id);
    assertThat(ended.findings()).isEmpty();
    assertThat(ended.of(Check.V6).notes())
        .anyMatch(note -> note.in(Locale.ENGLISH).contains("void for further rounds"));

    Refused refused = refused(DrawingProblem.ROUNDS_ENDED, () -> runRound(id));
    assertThat(refused.arguments()).contains("链密钥的纸条遗失");
    UUID successor = next(id);
    drawNext(successor);
    Commitment fresh = commitment(successor);
    assertThat(fresh.previous()).isEqualTo(draw(id).commitmentHash());
    var subject = (Subject.Targets) fresh.subject();
    assertThat(subject.pool()).isEqualTo(((Subject.Targets) commitment(id).subject()).pool());
    Map<String, Integer> quotas = new TreeMap<>();
    subject.strata().forEach((name, stratum) -> quotas.put(name, stratum.quota()));
    assertThat(quotas).isEqualTo(Map.of("A", 1, "D", 0));
    assertThat(subject.excluded().reasons())
        .isEqualTo(Map.of("annual-cap", 1, "exempt", 2, "drawn-before", 5));
    assertThat(drawnOf(successor)).hasSize(1);
    assertThat(before)
        .extracting(DrawnTarget::targetId)
        .doesNotContain(drawnOf(successor).get(0).targetId());
    assertThat(events.stream(TargetsDrawn.class).filter(e -> e.drawId().equals(successor)))
        .singleElement()
        .satisfies(e -> assertThat(e.substitutes()).isTrue());
    assertThat(verifyLogged(successor).findings()).isEmpty();
    for (UUID each : List.of(id, successor)) {
      assertThat(bureau.as("officer", () -> draws.check(each)).problems()).isEmpty();
    }
    complete(id);
    assertThat(draw(id).state()).isEqualTo("closed");
    assertThat(verifyLogged(id).findings()).isEmpty();
  }

  @Test
  void nothing_more_happens_to_the_draw_itself() {
    UUID id = supervisedTargets();
    refused(
        DrawingProblem.VOID_REASON_NAMES,
        () ->
            bureau.as(
                "principal",
                () -> endRounds.run(id, seen(id), drawnOf(id).get(0).name() + "免检，链密钥遗失")));
    refused(DrawingProblem.NOT_ENDED, () -> next(id));
    end(id);
    refused(DrawingProblem.NOTHING_MISSING, () -> next(id));
    refused(DrawingProblem.ROUNDS_ENDED, () -> end(id));
    refused(
        DrawingProblem.ROUNDS_ENDED,
        () -> bureau.as("principal", () -> voidDraw.run(id, seen(id), "反悔")));
    refused(DrawingProblem.SUCCEED_INSTEAD, this::prepareTargets);
  }

  @Test
  void a_place_found_missing_later_goes_to_a_successor_and_further_ones_to_its_rounds()
      throws Exception {
    UUID id = supervisedTargets();
    end(id);
    List<DrawnTarget> drawn = drawnOf(id);
    assertThat(dropOne(id, drawn.get(0))).isZero();
    assertThat(drawnOf(id)).filteredOn(t -> t.dropped() != null).hasSize(1);
    UUID successor = bureau.as("officer", () -> draws.listOfTask(taskId)).get(1).id();
    refused(DrawingProblem.SUCCESSOR_EXISTS, () -> next(id));
    drawNext(successor);
    assertThat(dropOne(id, drawn.get(1))).isEqualTo(1);
    runRound(successor);
    assertThat(drawnOf(successor)).hasSize(2);
    assertThat(verifyLogged(successor).findings()).isEmpty();
  }

  @Test
  void a_chain_that_the_platform_keeps_and_has_is_not_lost() throws Exception {
    UUID id = drawnTargets();
    refused(DrawingProblem.CHAIN_NOT_LOST, () -> end(id));
    asSuperuser(
        "UPDATE drawing.draw SET chain_secret = sha256(chain_secret) WHERE id = '" + id + "'");
    dropOne(id, drawnOf(id).get(0));
    end(id);
    UUID successor = next(id);
    drawNext(successor);
    assertThat(drawnOf(successor)).hasSize(1);
  }

  @Test
  @Clause("ZB-11")
  void inspectors_keep_their_places_and_the_open_one_goes_to_somebody_else() throws Exception {
    var order = inspectorOrder(4, 6, 4);
    UUID id = bureau.as("officer", () -> draws.prepareInspectors(order));
    drawSupervised(id);
    List<Assignment> before = bureau.as("officer", () -> draws.listAssignments(id));
    Assignment leaving = before.get(0);
    var round =
        new InspectorRound(
            List.of(new SlotRef(leaving.visitId(), leaving.role())),
            List.of(
                new Departure(leaving.visitId(), leaving.role(), leaving.inspectorId(), "health")),
            List.of(),
            List.of(),
            "住院",
            bureau.person("head").id());
    bureau.as("officer", () -> draws.requestRound(id, round));
    end(id);
    UUID successor = next(id);
    drawNext(successor);
    Assignment filled =
        bureau.as("officer", () -> draws.listAssignments(successor)).stream()
            .reduce((a, b) -> null)
            .orElseThrow();
    assertThat(filled.visitId()).isEqualTo(leaving.visitId());
    assertThat(before)
        .filteredOn(a -> a.visitId().equals(leaving.visitId()))
        .extracting(Assignment::inspectorId)
        .doesNotContain(filled.inspectorId());
    assertThat(bureau.as("officer", () -> draws.listAssignments(id)))
        .containsExactlyInAnyOrderElementsOf(before.subList(1, before.size()));
    assertThat(events.stream(InspectorsDrawn.class).filter(e -> e.drawId().equals(successor)))
        .singleElement()
        .satisfies(e -> assertThat(e.substitutes()).isTrue());
    assertThat(verifyLogged(id).findings()).isEmpty();
    assertThat(verifyLogged(successor).findings()).isEmpty();
    Refused late =
        refused(
            DrawingProblem.ROUNDS_SUCCEEDED,
            () -> bureau.as("officer", () -> draws.requestRound(id, round)));
    assertThat(late.arguments()).contains(draw(successor).number());
  }

  @Test
  void a_draw_that_was_given_up_after_drawing_is_not_accepted_by_the_verifier() throws Exception {
    UUID id = drawnTargets();
    bureau.as("principal", () -> voidDraw.run(id, seen(id), "计划撤销"));
    Report report = verifyLogged(id);
    assertThat(report.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.in(Locale.ENGLISH)).contains("does not count"));
  }
}
