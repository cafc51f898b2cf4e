package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.text.Say;
import cn.sunlot.drawing.Draws.DroppedTarget;
import cn.sunlot.drawing.Draws.TargetRound;
import cn.sunlot.drawing.domain.SourceKind.Declaration;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.DeclareSource;
import cn.sunlot.drawing.usecase.EnterPublicValue;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SystemWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Public values of every kind, for the draw and for substitute rounds. */
class PublicSourcesTest extends DrawTest {

  @Autowired private DeclareSource declare;
  @Autowired private EnterPublicValue enter;
  @Autowired private CeremonyStore ceremonies;

  private void declare(UUID id, String kind, Declaration said) {
    bureau.as("officer", () -> declare.run(id, seen(id), kind, said));
  }

  private void enter(UUID id, int position, String value) {
    bureau.as("officer", () -> enter.run(id, seen(id), position, value));
    bureau.as("regulation", () -> enter.run(id, seen(id), position, value));
  }

  private Commitment committed(UUID id) {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s -> Commitment.parse(ceremonies.get(id).getCommitted().document()))));
  }

  private static Declaration lottery() {
    return new Declaration("双色球", "2026135", " ", 7, null);
  }

  @Test
  void a_lottery_named_beforehand_takes_part_with_its_numbers_joined_by_points() throws Exception {
    UUID id = prepareTargets();
    nameWitness(id);
    declare(id, "lottery", lottery());
    declare(id, "other", new Declaration("上证指数", "2026-03-02 收盘", "两位小数，单位点", null, null));
    commit(id);
    assertThat(committed(id).sources())
        .containsExactly(
            new PublicSource(
                "lottery", "双色球 2026135, 7 numbers, in the order published, joined by '.'"),
            new PublicSource("other", "上证指数 2026-03-02 收盘, 两位小数，单位点"));
    revealAll(id);
    refused(DrawingProblem.PUBLIC_VALUE_NUMBERS, () -> enter(id, 0, "3 11 20 21 26 31"));
    enter(id, 0, " 03, 11,20 21.26 31+ 08");
    refused(DrawingProblem.PUBLIC_VALUE_TEXT, () -> enter(id, 1, "3 412.55"));
    refused(DrawingProblem.PUBLIC_VALUE_MISSING, () -> run(id));
    enter(id, 1, " 3412.55 ");
    run(id);
    var report = verify(id);
    assertThat(report.accepted()).as("%s", report.findings()).isTrue();
    assertThat(bureau.as("officer", () -> transcripts.get(id)).transcript().reveals().values())
        .containsExactly("03.11.20.21.26.31.08", "3412.55");
  }

  @Test
  void a_value_that_is_published_later_moves_the_time_to_open_the_chain() {
    UUID id = prepareTargets();
    nameWitness(id);
    Instant evening = clock.instant().plus(Duration.ofHours(12));
    declare(id, "lottery", new Declaration("双色球", "2026135", null, 7, evening));
    commit(id);
    assertThat(committed(id).openBy()).isEqualTo(evening.plus(Duration.ofHours(4)));
    assertThat(committed(id).revealBy()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
  }

  @Test
  void what_is_not_fixed_clearly_is_refused_naming_each_field() {
    UUID id = prepareTargets();
    refused(DrawingProblem.SOURCE_KIND, () -> declare(id, "weather", lottery()));
    Refused dice =
        refused(
            DrawingProblem.SOURCE_INCOMPLETE,
            () -> declare(id, "dice", new Declaration(null, null, null, 9, null)));
    assertThat(dice.wrongValues()).extracting(WrongValue::field).containsExactly("count");
    Refused nothing =
        refused(
            DrawingProblem.SOURCE_INCOMPLETE,
            () -> declare(id, "other", new Declaration(null, " ", "x".repeat(121), null, null)));
    assertThat(nothing.wrongValues())
        .extracting(WrongValue::field)
        .containsExactly("name", "issue", "writing");
  }

  @Test
  void a_round_with_a_fresh_public_value_cannot_be_foreseen_and_verifies() throws Exception {
    UUID id = drawnTargets();
    declare(id, "lottery", lottery());
    refused(DrawingProblem.ROUND_NOT_REQUESTED, () -> enter(id, 0, "1 2 3 4 5 6 7"));
    var exempt = bureau.as("officer", () -> draws.listDrawnTargets(id)).get(0);
    var order =
        new TargetRound(
            Map.of("A", 1),
            List.of(new DroppedTarget(exempt.targetId(), "exempt")),
            "列入免检名单",
            bureau.person("principal").id());
    bureau.as("officer", () -> draws.requestRound(id, order));
    refused(DrawingProblem.ROUND_PENDING, () -> declare(id, "lottery", lottery()));
    refused(DrawingProblem.PUBLIC_VALUE_MISSING, () -> runRound(id));
    enter(id, 0, "1 2 3 4 5 6 7");
    runRound(id);
    var report = verify(id);
    assertThat(report.accepted()).as("%s", report.findings()).isTrue();
    assertThat(report.warnings()).extracting(Say::key).doesNotContain("warn.foreseeable");
    assertThat(entries(id)).endsWith("draw-round", "draw-public", "draw-opened", "draw-drawn");
    assertThat(bureau.as("officer", () -> draws.check(id)).problems()).isEmpty();

    var second = bureau.as("officer", () -> draws.listDrawnTargets(id)).get(1);
    var more =
        new TargetRound(
            Map.of("A", 1),
            List.of(new DroppedTarget(second.targetId(), "exempt")),
            "列入免检名单",
            bureau.person("principal").id());
    bureau.as("officer", () -> draws.requestRound(id, more));
    runRound(id);
    assertThat(verify(id).warnings()).extracting(Say::key).contains("warn.foreseeable");
  }

  @Test
  void a_round_of_inspectors_takes_fresh_public_values_too() throws Exception {
    UUID id = drawnInspectors(inspectorOrder(4, 6, 4));
    declare(id, "dice", new Declaration(null, null, null, 10, null));
    var leaving = bureau.as("officer", () -> draws.listAssignments(id)).get(0);
    var order =
        new Draws.InspectorRound(
            List.of(new Draws.SlotRef(leaving.visitId(), leaving.role())),
            List.of(
                new Draws.Departure(
                    leaving.visitId(), leaving.role(), leaving.inspectorId(), "health")),
            List.of(),
            List.of(),
            "住院",
            bureau.person("head").id());
    bureau.as("officer", () -> draws.requestRound(id, order));
    enter(id, 0, "1234567890");
    runRound(id);
    var report = verify(id);
    assertThat(report.accepted()).as("%s", report.findings()).isTrue();
    assertThat(report.warnings()).extracting(Say::key).doesNotContain("warn.foreseeable");
  }
}
