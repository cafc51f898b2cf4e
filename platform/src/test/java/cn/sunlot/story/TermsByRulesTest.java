package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.calendar.domain.Days.Kind;
import cn.sunlot.calendar.usecase.ChangeDays;
import cn.sunlot.law.Clause;
import cn.sunlot.story.JointVisits.Joint;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/**
 * When results are public, leads are transferred, follow-up ends: the same visit on Tuesday 10
 * March under one regulation and another. Tomb-sweeping day makes 4 to 6 April holidays.
 */
class TermsByRulesTest extends RuledVisitTest {

  private static final String TWENTY_AFTER_VISIT = "2026-04-08";
  private static final String TWENTY_AFTER_RESULT = "2026-04-20";
  private static final LocalDate HANDED_IN = LocalDate.of(2026, 3, 20);

  @Autowired private ChangeDays changeDays;
  @Autowired private Entries entries;

  /** Visited on the 10th, handed in on the 20th; whatever the rules want of notice is noted. */
  private void enter(Bureau of, Joint joint, boolean mobile) throws Exception {
    clock.set(HANDED_IN);
    chain.ok(joints.notice(of, joint.visit(), notTold("不宜提前告知")));
    joints.enter(of, joint.visit(), DAY, mobile);
  }

  private JsonNode due(Bureau of, Joint joint, String kind) throws Exception {
    for (JsonNode due :
        chain
            .ok(chain.api().read(of, "head", "/api/visits/" + joint.visit() + "/dues"))
            .get("dues")) {
      if (due.get("kind").asString().equals(kind)
          && due.at("/department/id").asString().equals(Joint.department(of).toString())) {
        return due;
      }
    }
    throw new AssertionError("nothing is due of kind " + kind);
  }

  @Test
  @Clause("TZ-30")
  void by_mobile_at_once_and_otherwise_twenty_working_days_after_the_result_was_made()
      throws Exception {
    Joint joint = joints.under("taizhou", 2);
    enter(joint.market(), joint, false);
    assertThat(joints.dues(joint.market(), joint.visit()))
        .containsEntry("publication", TWENTY_AFTER_RESULT);
    enter(joint.emergency(), joint, true);
    assertThat(joints.dues(joint.emergency(), joint.visit()))
        .containsEntry("publication", HANDED_IN.toString());
    assertThat(due(joint.emergency(), joint, "publication").get("overdue").asBoolean()).isFalse();
    clock.set(HANDED_IN.plusDays(1));
    JsonNode late = due(joint.emergency(), joint, "publication");
    assertThat(late.get("overdue").asBoolean()).isTrue();
    assertThat(late.get("clauses").valueStream().map(JsonNode::asString)).contains("TZ-30");
    joints.accept(joint.emergency(), joint.visit());
    JsonNode done = due(joint.emergency(), joint, "publication");
    assertThat(done.get("overdue").asBoolean()).isFalse();
    assertThat(done.get("doneOn").asString()).isEqualTo("2026-03-21");
  }

  @Test
  @Clause("TZ-M9")
  void at_the_latest_twenty_working_days_after_the_task_ended() throws Exception {
    Joint joint = joints.under("taizhou");
    enter(joint.market(), joint, false);
    // The only visit was on the 10th, so that the task ended then, before the result was made.
    assertThat(joints.dues(joint.market(), joint.visit()))
        .containsEntry("publication", TWENTY_AFTER_VISIT);
  }

  @Test
  @Clause("PDS-20")
  void twenty_working_days_after_the_inspection_for_each_department_also_where_nothing_is_entered()
      throws Exception {
    Joint joint = joints.under("pingdingshan", 2);
    enter(joint.market(), joint, true);
    for (Bureau of : List.of(joint.market(), joint.emergency())) {
      assertThat(joints.dues(of, joint.visit())).containsEntry("publication", TWENTY_AFTER_VISIT);
    }
    clock.set(LocalDate.of(2026, 4, 8));
    joints.accept(joint.market(), joint.visit());
    clock.set(LocalDate.of(2026, 4, 9));
    assertThat(due(joint.market(), joint, "publication").get("overdue").asBoolean()).isFalse();
    assertThat(due(joint.emergency(), joint, "publication").get("overdue").asBoolean()).isTrue();
  }

  @Test
  void where_the_rules_count_from_the_end_of_the_task_nothing_is_due_before() throws Exception {
    Joint joint = joints.under("rushan", 2);
    enter(joint.market(), joint, false);
    assertThat(joints.dues(joint.market(), joint.visit())).isEmpty();
    String second = joint.visits().get(1).toString();
    joints.enter(joint.market(), second, LocalDate.of(2026, 3, 16), false);
    // 20 and 30 working days after Monday 16 March.
    assertThat(joints.dues(joint.market(), joint.visit()))
        .isEqualTo(Map.of("publication", "2026-04-14", "archive", "2026-04-28"));
  }

  @Test
  @Clause({"ZB-15", "TZ-30"})
  void the_leaders_word_publishes_or_where_a_report_is_asked_for_only_the_report_does()
      throws Exception {
    Joint reported = joints.under("zibo_miit");
    enter(reported.market(), reported, true);
    joints.accept(reported.market(), reported.visit());
    JsonNode waiting = joints.results(reported.market()).get(0);
    assertThat(waiting.get("state").asString()).isEqualTo("accepted");
    assertThat(joints.dues(reported.market(), reported.visit())).doesNotContainKey("publication");
    JsonNode report = report(reported);
    // Five working days after the end of the task, and two after the report.
    assertThat(report.at("/due/date").asString()).isEqualTo("2026-03-17");
    JsonNode handedIn = handIn(reported, report);
    assertThat(handedIn.at("/publishDue/date").asString()).isEqualTo("2026-03-24");
    assertThat(joints.dues(reported.market(), reported.visit()))
        .containsEntry("publication", "2026-03-24");
    // The report waits for the other department's items too.
    refused(
        send(reported, "head", handedIn, "publish"), "results.records-open", "zibo_miit", "ZB-15");
    enter(reported.emergency(), reported, true);
    joints.accept(reported.emergency(), reported.visit());
    chain.ok(send(reported, "head", handedIn, "publish"));
    assertThat(joints.results(reported.emergency()).get(0).get("state").asString())
        .isEqualTo("published");

    Joint silent = joints.under("taizhou");
    enter(silent.market(), silent, false);
    joints.accept(silent.market(), silent.visit());
    assertThat(joints.results(silent.market()).get(0).get("state").asString())
        .isEqualTo("published");
    assertThat(
            chain
                .ok(chain.api().read(silent.market(), "officer", "/api/reports"))
                .get("total")
                .asInt())
        .isZero();
  }

  private JsonNode report(Joint joint) throws Exception {
    return chain
        .ok(chain.api().read(joint.market(), "officer", "/api/reports"))
        .get("items")
        .get(0);
  }

  private ResultActions send(Joint joint, String who, JsonNode report, String command)
      throws Exception {
    return chain
        .api()
        .send(
            joint.market(),
            who,
            "/api/reports/" + report.get("id").asString() + "/" + command,
            report.get("version").asInt(),
            StoryTest.REPORT);
  }

  private JsonNode handIn(Joint joint, JsonNode report) throws Exception {
    JsonNode saved = chain.ok(send(joint, "officer", report, "save"));
    return chain.ok(send(joint, "officer", saved, "submit"));
  }

  /** A record with a problem that the police is to handle. */
  private void enterLead(Joint joint) throws Exception {
    chain.ok(joints.notice(joint.market(), joint.visit(), notTold("不宜提前告知")));
    Map<String, Object> content =
        new HashMap<>(saved(joint, result("problem-found-to-be-handled")));
    List<?> items = (List<?>) Objects.requireNonNull(content.get("items"));
    Map<String, Object> item = new HashMap<>();
    ((Map<?, ?>) items.get(0)).forEach((k, v) -> item.put(String.valueOf(k), v));
    item.put(
        "added",
        List.of(
            Map.of(
                "question", "",
                "text", "涉嫌伪造许可证",
                "consequence", Map.of("kind", "transfer", "to", "市公安局", "text", "立案侦查"))));
    content.put("items", List.of(item));
    chain.ok(joints.save(joint.market(), joint.visit(), content));
    chain.ok(joints.submit(joint.market(), joint.visit(), false));
    joints.accept(joint.market(), joint.visit());
  }

  @Test
  @Clause("PDS-20")
  void leads_are_kept_and_leave_within_seven_working_days_of_the_result() throws Exception {
    Joint joint = joints.under("pingdingshan");
    enterLead(joint);
    assertThat(joints.dues(joint.market(), joint.visit())).containsEntry("transfer", "2026-03-19");
    String id = joints.results(joint.market()).get(0).get("id").asString();
    JsonNode result = chain.ok(chain.api().read(joint.market(), "head", "/api/results/" + id));
    assertThat(result.at("/leads/0/problem").asString()).isEqualTo("涉嫌伪造许可证");
    assertThat(result.at("/leads/0/receiver").asString()).isEqualTo("市公安局");
    // Another regulation names no days for it; what follows ends within three months of the task.
    Joint other = joints.under("taizhou");
    enterLead(other);
    assertThat(joints.dues(other.market(), other.visit()))
        .doesNotContainKey("transfer")
        .containsEntry("follow-up", "2026-06-10");
  }

  @Test
  @Clause("TZ-33")
  void follow_up_ends_within_three_months_where_there_is_something_to_follow_up() throws Exception {
    Joint clean = joints.under("taizhou");
    enter(clean.market(), clean, false);
    joints.accept(clean.market(), clean.visit());
    assertThat(joints.dues(clean.market(), clean.visit())).doesNotContainKey("follow-up");
    Joint joint = joints.under("taizhou");
    saved(joint, result("problem-found-corrected"));
    chain.ok(joints.submit(joint.market(), joint.visit(), false));
    joints.accept(joint.market(), joint.visit());
    JsonNode due = due(joint.market(), joint, "follow-up");
    assertThat(due.at("/due/date").asString()).isEqualTo("2026-06-10");
    assertThat(due.get("clauses").valueStream().map(JsonNode::asString)).contains("TZ-33");
  }

  @Test
  void of_tasks_under_several_rules_that_meet_in_a_visit_the_stricter_day_holds() throws Exception {
    Joint joint = joints.under("pingdingshan");
    joints.join(joint, "taizhou");
    enter(joint.emergency(), joint, true);
    // The one rule says twenty working days, the other at once by mobile.
    assertThat(joints.dues(joint.emergency(), joint.visit()))
        .containsEntry("publication", HANDED_IN.toString());
    assertThat(joints.dues(joint.market(), joint.visit()))
        .containsEntry("publication", TWENTY_AFTER_VISIT);
  }

  @Test
  void a_changed_working_day_moves_what_is_open_and_the_record_says_so() throws Exception {
    Joint joint = joints.under("pingdingshan");
    enter(joint.market(), joint, false);
    LocalDate day = LocalDate.of(2026, 3, 25);
    change(joint, day, Kind.HOLIDAY);
    try {
      assertThat(joints.dues(joint.market(), joint.visit()))
          .containsEntry("publication", "2026-04-09");
      assertThat(entries.payloads(joint.market(), "due-dates-recomputed"))
          .anySatisfy(
              p -> assertThat(p).contains("\"publication\"", "\"2026-04-08\",\"2026-04-09\""));
    } finally {
      change(joint, day, Kind.WORKING);
    }
    assertThat(joints.dues(joint.market(), joint.visit()))
        .containsEntry("publication", TWENTY_AFTER_VISIT);
  }

  private void change(Joint joint, LocalDate day, Kind kind) {
    joint.market().as("sysadmin", () -> changeDays.run(Map.of(day, kind), "国务院办公厅通知"));
  }
}
