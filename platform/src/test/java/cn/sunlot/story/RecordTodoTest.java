package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.story.JointVisits.Joint;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Until when an inspector is told to enter a record. */
class RecordTodoTest extends RuledVisitTest {

  private static final LocalDate PLANNED = LocalDate.of(2026, 3, 16);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

  @Autowired private WorkingDays calendar;

  private LocalDate due(Bureau bureau, String who) throws Exception {
    List<JsonNode> todo =
        chain
            .ok(chain.api().read(bureau, who, "/api/todo"))
            .valueStream()
            .filter(t -> t.get("kind").asString().equals("enter-record"))
            .toList();
    assertThat(todo).hasSize(1);
    return LocalDate.parse(todo.get(0).get("due").asString());
  }

  private void plan(Joint joint) throws Exception {
    int version = chain.visit(joint.market(), "inspector", joint.visit()).get("version").asInt();
    chain.ok(
        chain
            .api()
            .send(
                joint.market(),
                "inspector",
                "/api/visits/" + joint.visit() + "/plan-day",
                version,
                Map.of("day", PLANNED.toString())));
  }

  @Test
  void counts_from_the_day_of_the_visit_where_the_rules_give_a_term_from_there() throws Exception {
    Joint joint = joints.under("pingdingshan");
    assertThat(due(joint.market(), "inspector")).isEqualTo(LAST);
    plan(joint);
    LocalDate term = calendar.after(PLANNED, 20).date();
    for (Bureau bureau : List.of(joint.market(), joint.emergency())) {
      assertThat(due(bureau, "inspector")).isEqualTo(term);
    }
    // The team went earlier, as the draft of the record says, and each department has its own.
    chain.ok(
        joints.save(
            joint.market(), joint.visit(), joints.record(joint.market(), joint.visit(), DAY)));
    assertThat(due(joint.market(), "inspector")).isEqualTo(calendar.after(DAY, 20).date());
    assertThat(due(joint.emergency(), "inspector")).isEqualTo(term);
  }

  @Test
  void is_the_planned_day_where_no_rule_gives_more() throws Exception {
    Joint joint = joints.under("rushan");
    assertThat(due(joint.market(), "inspector2")).isEqualTo(LAST);
    plan(joint);
    assertThat(due(joint.market(), "inspector2")).isEqualTo(PLANNED);
  }
}
