package cn.sunlot.story;

import static cn.sunlot.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.Entries;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A task of several departments is set up only when all who were invited have answered. */
class TaskSetUpTest extends JointStory {

  @Autowired private Entries entries;

  @Override
  protected String rules() {
    return "taizhou";
  }

  @Test
  @Clause({"TZ-17", "PDS-12", "SX-4.2"})
  void nothing_is_drawn_before_all_who_were_invited_have_answered() throws Exception {
    String task = inviting(order("危险化学品经营企业联合检查", marketItem));
    assertThat(chain.task(market, task).get("state").asString()).isEqualTo("setting-up");
    for (String command : List.of("prepare-pool", "complete-set-up")) {
      JsonNode refusal =
          refused(
              chain.taskCommand(market, task, command, null),
              "tasking.set-up-not-complete",
              "TZ-17");
      assertThat(refusal.get("detail").asString()).contains("市应急管理局", "2026-03-06");
    }
    accept(task);
    conferences.addConference(city, City.REGION, "market", "emergency");
    JsonNode complete = chain.ok(chain.taskCommand(market, task, "complete-set-up", null));
    assertThat(complete.get("state").asString()).isEqualTo("opened");
    assertThat(complete.get("items").valueStream().map(i -> i.at("/department/name").asString()))
        .containsExactly("节能科", "节能科");
    assertThat(complete.get("items").valueStream().map(i -> i.get("id").asString()))
        .containsExactly(marketItem, emergencyItem);
    chain.addTargets(market, "A", 1);
    chain.ok(chain.taskCommand(market, task, "prepare-pool", null));
  }

  @Test
  @Clause("TZ-17")
  void a_refusal_needs_a_reason_and_stays_with_the_task() throws Exception {
    String task = inviting(order("加油站联合检查", marketItem));
    answer(emergency, task, "refuse-invitation", Map.of("reason", " "))
        .andExpect(status().isUnprocessableContent());
    chain.ok(answer(emergency, task, "refuse-invitation", Map.of("reason", "本季度人员已全部排满")));
    JsonNode complete = chain.ok(chain.taskCommand(market, task, "complete-set-up", null));
    assertThat(complete.at("/together/invitations/0/reason").asString()).contains("排满");
    assertThat(complete.get("items")).hasSize(1);
    assertThat(complete.at("/together/filing").isNull()).as("nothing joint to file").isTrue();
    assertThat(entries.payloads(market, "set-up-completed").toString())
        .contains("\"refused\":[\"市应急管理局\"]");
  }

  @Test
  @Clause("TZ-17")
  void whoever_does_not_answer_shows_as_late_until_the_lead_withdraws_with_a_reason()
      throws Exception {
    String task = inviting(order("加油站联合检查", marketItem));
    assertThat(todo(emergency, "officer")).contains("answer-invitation");
    assertThat(todo(market, "officer")).contains("await-answers");
    clock.set(LocalDate.of(2026, 3, 9));
    assertThat(invitation(task).get("late").asBoolean()).isTrue();
    assertThat(invitation(task).get("allowedCommands").valueStream().map(JsonNode::asString))
        .containsExactly("withdraw-invitation");
    chain.ok(answer(market, task, "withdraw-invitation", Map.of("reason", "两次催办未答复")));
    answer(emergency, task, "accept-invitation", Map.of("itemVersionIds", List.of(emergencyItem)))
        .andExpect(status().isConflict());
    assertThat(todo(market, "officer")).contains("complete-set-up");
    chain.ok(chain.taskCommand(market, task, "complete-set-up", null));
    assertThat(entries.payloads(market, "invitation-withdrawn").toString()).contains("两次催办未答复");
  }

  @Test
  @Clause({"TZ-17", "PDS-18", "SX-4.4"})
  void an_invited_department_picks_items_of_its_own_list_in_force_and_no_others() throws Exception {
    String task = inviting(order("加油站联合检查", marketItem));
    refused(
        answer(emergency, task, "accept-invitation", Map.of("itemVersionIds", List.of())),
        "tasking.no-item-picked",
        "TZ-17");
    JsonNode refusal =
        refused(
            answer(
                emergency,
                task,
                "accept-invitation",
                Map.of("itemVersionIds", List.of(item(market, "SJ-02")))),
            "tasking.item-of-other-department",
            "TZ-M3");
    assertThat(refusal.get("detail").asString()).contains("市应急管理局", "清单");
    JsonNode choices =
        chain.ok(
            chain
                .api()
                .read(
                    emergency,
                    "officer",
                    "/api/invitations/" + invitation(task).get("id").asString() + "/items"));
    assertThat(choices.get("items").valueStream().map(c -> c.at("/item/id").asString()))
        .containsExactly(emergencyItem);
  }

  @Test
  @Clause("SX-4.4")
  void no_task_inspects_what_is_on_no_list_in_force() throws Exception {
    var drafted =
        items.draft(
            market,
            "SJ-09",
            cn.sunlot.catalog.PublishedItems.content(
                "未公布事项", cn.sunlot.catalog.Catalog.Category.KEY, null));
    open(market, order("清单外检查", drafted.current().id().toString()))
        .andExpect(status().is4xxClientError());
    assertThat(chain.ok(chain.api().read(market, "officer", "/api/tasks")).get("total").asInt())
        .isZero();
  }

  @Test
  @Clause("TZ-17")
  void nobody_answers_for_another_department_and_only_the_invited_see_the_task() throws Exception {
    String task = inviting(order("加油站联合检查", marketItem));
    refused(
        answer(
            countyMarket,
            task,
            "accept-invitation",
            Map.of("itemVersionIds", List.of(emergencyItem))),
        "tasking.invitation-of-other-department",
        "TZ-17");
    chain
        .api()
        .read(countyMarket, "officer", "/api/tasks/" + task)
        .andExpect(status().isNotFound());
    chain.ok(chain.api().read(emergency, "officer", "/api/tasks/" + task));
    JsonNode rows = chain.ok(chain.api().read(emergency, "officer", "/api/tasks")).get("items");
    assertThat(rows.valueStream().map(r -> r.get("id").asString())).containsExactly(task);
    chain.taskCommand(emergency, task, "complete-set-up", null).andExpect(status().isNotFound());
  }

  @Test
  @Clause("TZ-17")
  void only_other_departments_of_the_same_level_are_invited_once_and_in_time() throws Exception {
    String task = inviting(order("加油站联合检查", marketItem));
    for (String department : List.of("county-emergency", "market", "city", "credit")) {
      refused(invite(task, department, "2026-03-06"), "tasking.not-same-level", "TZ-17");
    }
    refused(invite(task, "emergency", "2026-03-06"), "tasking.invited-already", "TZ-17");
    refused(invite(task, "emergency", "2026-02-27"), "tasking.deadline-passed", "TZ-17");
    assertThat(
            chain
                .ok(chain.api().read(market, "officer", "/api/tasks/same-level"))
                .valueStream()
                .map(d -> d.get("name").asString()))
        .containsExactly("市应急管理局");
  }

  private org.springframework.test.web.servlet.ResultActions invite(
      String task, String department, String deadline) throws Exception {
    return chain.taskCommand(
        market,
        task,
        "invite",
        Map.of("departmentId", department(department), "deadline", deadline));
  }

  @Test
  @Clause("ZB-4")
  void in_a_single_bureau_nobody_is_invited_and_a_task_is_open_at_once() throws Exception {
    Bureau bureau = bureaus.create("zibo_miit");
    UUID line = chain.publishedLine(bureau, "JN-01", Map.of("A", 500));
    String task = chain.openTask(bureau, line).get("id").asString();
    assertThat(chain.task(bureau, task).get("state").asString()).isEqualTo("opened");
    assertThat(
            chain.task(bureau, task).get("allowedCommands").valueStream().map(JsonNode::asString))
        .contains("prepare-pool")
        .doesNotContain("invite");
    assertRefused(
        chain.taskCommand(
            bureau,
            task,
            "invite",
            Map.of("departmentId", bureau.section("安全生产科").id(), "deadline", "2026-03-06")),
        "tasking.nobody-to-invite",
        "ZB-4");
  }

  @Test
  @Clause({"TZ-17", "PDS-8"})
  void a_joint_task_outside_the_plan_is_filed_with_the_office_and_published_with_its_ground()
      throws Exception {
    String task = inviting(order("节前食品安全联合检查", marketItem));
    accept(task);
    refused(
        chain.taskCommand(market, task, "complete-set-up", null),
        "tasking.conference-office-missing",
        "TZ-17");
    conferences.addConference(city, City.REGION, "market", "emergency");
    JsonNode complete = chain.ok(chain.taskCommand(market, task, "complete-set-up", null));
    assertThat(complete.at("/together/filing/office/name").asString()).isEqualTo("市市场监督管理局");
    assertThat(entries.payloads(market, "task-filed").toString()).contains("省局〔2026〕5号");
    chain.addTargets(market, "A", 1);
    draw(market, task);
    assertThat(notice(task).getGroundText()).isEqualTo("省局〔2026〕5号");
    assertThat(notice(task).getBody()).isEqualTo("市市场监督管理局");
    assertThat(notice(task).getParticipants()).containsExactly("市应急管理局");
  }

  @Test
  @Clause("PDS-8")
  void where_only_an_order_from_above_allows_it_no_other_ground_opens_a_joint_task()
      throws Exception {
    under("pingdingshan");
    Map<String, Object> order = order("节前联合检查", marketItem);
    order.put("ground", "emergency");
    order.put("invite", List.of(department("emergency")));
    refused(open(market, order), "tasking.order-from-above-missing", "PDS-8");
    order.put("ground", "campaign-from-above");
    assertThat(chain.ok(open(market, order)).get("state").asString()).isEqualTo("setting-up");
  }

  @Test
  @Clause("TZ-17")
  void a_task_given_up_while_it_is_set_up_takes_its_invitations_back() throws Exception {
    String task = inviting(order("加油站联合检查", marketItem));
    chain.ok(chain.taskCommand(market, task, "abandon", Map.of("reason", "上级通知暂缓")));
    assertThat(invitation(task).get("state").asString()).isEqualTo("withdrawn");
    assertThat(todo(emergency, "officer")).doesNotContain("answer-invitation");
  }

  @Test
  @Clause("TZ-4")
  void a_task_goes_to_another_section_of_the_department_when_somebody_has_another_post()
      throws Exception {
    String task = setUp(order("加油站联合检查", marketItem));
    chain.addTargets(market, "A", 2);
    draw(market, task);
    refused(
        chain.taskCommand(
            market,
            task,
            "hand-over",
            Map.of("departmentId", emergency.section("安全生产科").id(), "reason", "岗位调整")),
        "tasking.handed-over-elsewhere");
    chain.ok(
        chain.taskCommand(
            market,
            task,
            "hand-over",
            Map.of("departmentId", market.section("安全生产科").id(), "reason", "李某岗位调整")));
    chain.api().read(market, "officer", "/api/tasks/" + task).andExpect(status().isNotFound());
    JsonNode taken = chain.ok(chain.api().read(market, "officer2", "/api/tasks/" + task));
    assertThat(taken.get("allowedCommands").valueStream().map(JsonNode::asString))
        .contains("form-teams", "hand-over");
    JsonNode visits =
        chain.ok(chain.api().read(market, "officer2", "/api/visits?task=" + task)).get("items");
    assertThat(visits.valueStream().map(v -> v.at("/department/name").asString()))
        .containsExactly("安全生产科", "安全生产科");
    assertThat(entries.payloads(market, "task-handed-over").toString()).contains("李某岗位调整");
  }
}
