package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Outcome.Status;
import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.drawing.Draws.DroppedTarget;
import cn.sunlot.drawing.Draws.TargetDrawOrder;
import cn.sunlot.drawing.Draws.TargetRound;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.drawing.usecase.AcknowledgeReport;
import cn.sunlot.drawing.usecase.Openings;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draw of targets from the frozen pool to the acknowledged report. */
class TargetCeremonyTest extends DrawTest {

  @Autowired private Openings openings;
  @Autowired private AcknowledgeReport acknowledge;
  @Autowired private List<TodoSource> todoSources;

  @Test
  @Clause({"ZB-9", "ZB-12", "TZ-18"})
  void a_ceremony_draws_the_quotas_and_its_transcript_satisfies_the_verifier() throws Exception {
    TargetDrawOrder order = targetOrder();
    UUID id = bureau.as("officer", () -> draws.prepareTargets(order));
    nameWitness(id);
    commit(id);
    revealAll(id);
    run(id);

    List<DrawnTarget> drawn = bureau.as("officer", () -> draws.listDrawnTargets(id));
    assertThat(drawn)
        .extracting(DrawnTarget::stratum)
        .containsExactly("A", "A", "A", "D", "D", "D");
    Map<UUID, Unit> units =
        order.frame().stream().collect(Collectors.toMap(Unit::targetId, Function.identity()));
    assertThat(drawn)
        .allSatisfy(
            d -> {
              Unit unit = units.get(d.targetId());
              assertThat(unit).isNotNull();
              assertThat(d.unitId()).isEqualTo(unit.unitId());
              assertThat(d.name()).isEqualTo(unit.name());
            });
    assertThat(events.stream(TargetsDrawn.class).filter(e -> e.drawId().equals(id)))
        .singleElement()
        .satisfies(e -> assertThat(e.targets()).containsExactlyElementsOf(drawn));
    var report = verify(id);
    assertThat(report.accepted()).as("%s", report.findings()).isTrue();
    assertThat(report.of(Check.V10).status()).isEqualTo(Status.PASSED);
    assertThat(entries(id))
        .containsExactly(
            "draw-prepared",
            "draw-witness-named",
            "draw-committed",
            "draw-revealed",
            "draw-revealed",
            "draw-opened",
            "draw-drawn");
    assertThat(bureau.as("officer", () -> draws.check(id)).problems()).isEmpty();
  }

  @Test
  @Clause("N-15")
  void numbers_have_no_gaps_per_body_and_the_name_in_the_log_is_unique_over_bodies() {
    UUID first = prepareTargets();
    var own = bureau;
    makeBureau();
    UUID other = prepareTargets();
    assertThat(draw(first).number()).isEqualTo("D-2026-0001");
    assertThat(draw(other).number()).isEqualTo("D-2026-0001");
    assertThat(draw(first).drawId())
        .startsWith("D-2026-0001.370300")
        .isNotEqualTo(draw(other).drawId());
    bureau = own;
    TargetDrawOrder next = targetOrder();
    var order =
        new TargetDrawOrder(
            next.authorityId(),
            next.departmentId(),
            taskId,
            "T-2026-0002",
            next.profile(),
            next.frame(),
            next.excluded(),
            next.quotas(),
            "");
    assertThat(draw(bureau.as("officer", () -> draws.prepareTargets(order))).number())
        .isEqualTo("D-2026-0002");
  }

  @Test
  @Clause({"ZB-9", "ZB-9.1"})
  void a_complete_record_closes_and_the_regulation_section_acknowledges_the_report() {
    UUID id = drawnTargets();
    complete(id);
    assertThat(draw(id).state()).isEqualTo("closed");
    assertThat(events.stream(DrawClosed.class).filter(e -> e.drawId().equals(id))).hasSize(1);
    assertThat(todos("officer")).isEmpty();
    assertThat(todos("regulation"))
        .singleElement()
        .satisfies(t -> assertThat(t.link()).isEqualTo("/draws/" + id));
    refused(
        DrawingProblem.NOT_THE_REGULATION_SECTION,
        () -> bureau.as("auditor", () -> acknowledge.run(id, seen(id))));
    bureau.as("regulation", () -> acknowledge.run(id, seen(id)));
    assertThat(todos("regulation")).isEmpty();
    refused(
        DrawingProblem.REPORT_ACKNOWLEDGED,
        () -> bureau.as("regulation", () -> acknowledge.run(id, seen(id))));
    assertThat(entries(id)).contains("draw-closed").endsWith("draw-report-acknowledged");
  }

  private List<Todo> todos(String who) {
    return bureau.as(
        who,
        () ->
            todoSources.stream()
                .flatMap(s -> s.todo(bureau.signedIn(who)).stream())
                .filter(t -> t.kind().equals("acknowledge-draw-report"))
                .toList());
  }

  @Test
  @Clause("ZB-9")
  void a_unit_found_exempt_is_replaced_in_a_round_whose_input_is_logged_first() throws Exception {
    UUID id = drawnTargets();
    DrawnTarget exempt = bureau.as("officer", () -> draws.listDrawnTargets(id)).get(0);
    var order =
        new TargetRound(
            Map.of("A", 1),
            List.of(new DroppedTarget(exempt.targetId(), "exempt")),
            "列入免检名单",
            bureau.person("principal").id());
    assertThat(bureau.as("officer", () -> draws.requestRound(id, order))).isEqualTo(1);
    refused(
        DrawingProblem.ROUND_PENDING,
        () -> bureau.as("officer", () -> draws.requestRound(id, order)));
    runRound(id);
    List<DrawnTarget> after = bureau.as("officer", () -> draws.listDrawnTargets(id));
    assertThat(after).hasSize(7);
    assertThat(after.get(0).dropped()).isEqualTo("exempt");
    assertThat(after.get(6).round()).isEqualTo(1);
    assertThat(after).extracting(DrawnTarget::targetId).doesNotHaveDuplicates();
    assertThat(events.stream(TargetsDrawn.class).filter(e -> e.round() == 1))
        .singleElement()
        .satisfies(e -> assertThat(e.targets()).containsExactly(after.get(6)));
    assertThat(verify(id).accepted()).isTrue();
    assertThat(entries(id))
        .endsWith("draw-round-approved", "draw-round", "draw-opened", "draw-drawn");
    assertThat(bureau.as("officer", () -> draws.check(id)).problems()).isEmpty();
    refused(DrawingProblem.ROUND_NOT_REQUESTED, () -> runRound(id));
    refused(
        DrawingProblem.ROUND_INPUT,
        () -> bureau.as("officer", () -> draws.requestRound(id, order)));
  }

  @Test
  void only_released_units_are_opened_to_everybody_and_each_unit_gets_its_own_salt()
      throws Exception {
    UUID id = drawnTargets();
    List<DrawnTarget> drawn = bureau.as("officer", () -> draws.listDrawnTargets(id));
    UUID visited = drawn.get(1).targetId();
    assertThat(bureau.as("officer", () -> transcripts.get(id)).transcript().openings()).isEmpty();
    bureau.as("officer", () -> draws.releaseOpenings(id, List.of(visited)));
    bureau.as("officer", () -> draws.releaseOpenings(id, List.of(visited)));
    assertThat(bureau.as("officer", () -> transcripts.get(id)).transcript().openings())
        .singleElement()
        .satisfies(o -> assertThat(o.token()).isEqualTo(drawn.get(1).token()));
    assertThat(verify(id).accepted()).isTrue();
    var own = bureau.as("officer", () -> openings.get(id, drawn.get(0).targetId()));
    assertThat(own.drawn()).isTrue();
    assertThat(new Opening(own.unitId(), own.salt(), own.token()).holds(Suite.SHA256, own.drawId()))
        .isTrue();
    assertThat(own.token()).isEqualTo(drawn.get(0).token());
  }

  @Test
  void a_unit_that_was_not_drawn_can_check_its_own_line_too() {
    TargetDrawOrder order = targetOrder();
    UUID id = bureau.as("officer", () -> draws.prepareTargets(order));
    var out = order.excluded().get(0);
    var opening = bureau.as("officer", () -> openings.get(id, out.targetId()));
    assertThat(opening.unitId()).isEqualTo(out.unitId());
    assertThat(opening.drawn()).isFalse();
    refused(
        DrawingProblem.NOT_IN_POOL,
        () -> bureau.as("officer", () -> openings.get(id, UUID.randomUUID())));
  }
}
