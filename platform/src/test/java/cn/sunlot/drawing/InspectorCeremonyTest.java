package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.Departure;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.InspectorRound;
import cn.sunlot.drawing.Draws.NowAbsent;
import cn.sunlot.drawing.Draws.SlotRef;
import cn.sunlot.drawing.usecase.Standings;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Draws of inspectors. */
class InspectorCeremonyTest extends DrawTest {

  @Autowired private Standings standings;

  @Test
  @Clause({"ZB-9", "TZ-21"})
  void every_slot_is_filled_with_different_people_and_recusals_hold() throws Exception {
    InspectorDrawOrder order = inspectorOrder(4, 6, 4);
    UUID id = drawnInspectors(order);
    List<Assignment> assigned = bureau.as("officer", () -> draws.listAssignments(id));
    assertThat(assigned).hasSize(8);
    assigned.stream()
        .collect(Collectors.groupingBy(Assignment::visitId))
        .values()
        .forEach(
            team -> assertThat(team).extracting(Assignment::inspectorId).doesNotHaveDuplicates());
    var recused = order.recused().get(0);
    assertThat(assigned)
        .noneMatch(
            a ->
                a.visitId().equals(recused.visitId())
                    && a.inspectorId().equals(recused.inspectorId()));
    assertThat(assigned)
        .extracting(Assignment::inspectorId)
        .doesNotContain(order.absent().get(0).inspectorId());
    assertThat(events.stream(InspectorsDrawn.class).filter(e -> e.drawId().equals(id)))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.assignments()).containsExactlyInAnyOrderElementsOf(assigned);
              assertThat(e.unfilled()).isEmpty();
              assertThat(e.shortage()).isNull();
            });
    var report = verify(id);
    assertThat(report.accepted()).as("%s", report.findings()).isTrue();
    assertThat(bureau.as("officer", () -> draws.check(id)).problems()).isEmpty();
  }

  @Test
  void the_published_roster_names_neither_visits_nor_licences() {
    UUID id = drawnInspectors(inspectorOrder(2, 4, 2));
    String all =
        String.valueOf(bureau.as("officer", () -> transcripts.get(id)).transcript().lists());
    assertThat(all).doesNotContain("V-1").doesNotContain("officer:").doesNotContain("检查员");
  }

  @Test
  @Clause("ZB-11")
  void whoever_leaves_is_replaced_by_a_new_draw_and_the_others_stay() throws Exception {
    UUID id = drawnInspectors(inspectorOrder(4, 6, 4));
    List<Assignment> before = bureau.as("officer", () -> draws.listAssignments(id));
    Assignment leaving = before.get(0);
    var order =
        new InspectorRound(
            List.of(new SlotRef(leaving.visitId(), leaving.role())),
            List.of(
                new Departure(leaving.visitId(), leaving.role(), leaving.inspectorId(), "health")),
            List.of(),
            List.of(new NowAbsent(leaving.inspectorId(), "health")),
            "住院",
            bureau.person("head").id());
    bureau.as("officer", () -> draws.requestRound(id, order));
    runRound(id);
    List<Assignment> after = bureau.as("officer", () -> draws.listAssignments(id));
    assertThat(after).hasSize(8).containsAll(before.subList(1, before.size()));
    assertThat(after).doesNotContain(leaving);
    assertThat(verify(id).accepted()).isTrue();
    assertThat(bureau.as("officer", () -> draws.check(id)).problems()).isEmpty();
    refused(
        DrawingProblem.ROUND_INPUT,
        () -> bureau.as("officer", () -> draws.requestRound(id, order)));
  }

  @Test
  void unfilled_slots_come_with_the_people_who_are_too_few() throws Exception {
    InspectorDrawOrder order = inspectorOrder(4, 3, 2);
    UUID id = drawnInspectors(order);
    assertThat(bureau.as("officer", () -> draws.listAssignments(id))).hasSize(6);
    var event = events.stream(InspectorsDrawn.class).filter(e -> e.drawId().equals(id)).findFirst();
    assertThat(event).isPresent();
    assertThat(event.get().unfilled()).hasSize(2);
    var told = Objects.requireNonNull(event.get().shortage());
    assertThat(told.inspectors()).hasSize(3);
    var shortage = bureau.as("officer", () -> standings.findShortage(id)).orElseThrow();
    assertThat(shortage.inspectors())
        .extracting(Standings.Person::name)
        .containsExactlyInAnyOrder("检查员1", "检查员2", "检查员3");
    // Hall's condition by hand: eight slots, three people with two visits each.
    assertThat(shortage.slots()).hasSize(8);
    assertThat(verify(id).accepted()).isTrue();
  }
}
