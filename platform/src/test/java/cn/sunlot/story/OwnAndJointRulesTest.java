package cn.sunlot.story;

import static cn.sunlot.planning.JointCityPlans.Maker.seen;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.City;
import cn.sunlot.Entries;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.AdHocGround.Kind;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.usecase.ApprovePlan;
import cn.sunlot.planning.usecase.FilePlan;
import cn.sunlot.planning.usecase.OpenAdHocPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.policy.usecase.SwitchProfile;
import cn.sunlot.policy.usecase.SwitchProfile.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Where a regulation speaks of joint inspections, it binds those; what a department inspects alone
 * follows the base rules.
 */
class OwnAndJointRulesTest extends JointStory {

  @Autowired private Entries entries;
  @Autowired private TransactionTemplate transaction;
  @Autowired private SwitchProfile switchProfile;
  @Autowired private OpenAdHocPlan openAdHoc;
  @Autowired private PlanStore store;
  @Autowired private SubmitPlan submit;
  @Autowired private ApprovePlan approve;
  @Autowired private FilePlan file;

  @Override
  protected String rules() {
    return "pingdingshan";
  }

  private String rulesOf(String task) throws Exception {
    return chain.task(market, task).get("profileId").asString();
  }

  private ResultActions invite(String task) throws Exception {
    return chain.taskCommand(
        market,
        task,
        "invite",
        Map.of("departmentId", department("emergency"), "deadline", "2026-03-06"));
  }

  private Line own(String title) {
    return YearlyPlans.line(market, title, UUID.fromString(marketItem), Map.of("A", 10_000));
  }

  @Test
  @Clause({"PDS-12", "SL-47"})
  void a_task_freezes_the_joint_rules_where_others_take_part_and_the_base_rules_where_none_does()
      throws Exception {
    assertThat(rulesOf(inviting(order("加油站联合检查", marketItem)))).isEqualTo("pingdingshan");
    String alone = chain.ok(open(market, alone("加油站检查", marketItem))).get("id").asString();
    assertThat(rulesOf(alone)).isEqualTo("base");
    UUID ownLine =
        plans.published(market, plans.draft(market, own("本部门计划"))).current().lines().get(0).id();
    assertThat(chain.openTask(market, ownLine).get("profileId").asString()).isEqualTo("base");
    UUID jointLine =
        jointLine(
            market,
            YearlyPlans.arranged(own("联合计划"), List.of(emergency.root().id()), Handling.CITY_RUN),
            emergency);
    assertThat(chain.openTask(market, jointLine).get("profileId").asString())
        .isEqualTo("pingdingshan");
  }

  @Test
  @Clause({"PDS-8", "PDS-12"})
  void a_task_of_one_department_takes_on_the_joint_rules_when_it_invites_another_one()
      throws Exception {
    Map<String, Object> emergencyGround = order("突发事件检查", marketItem);
    emergencyGround.put("ground", "emergency");
    String sudden = chain.ok(open(market, emergencyGround)).get("id").asString();
    refused(invite(sudden), "tasking.order-from-above-missing", "PDS-8");
    assertThat(rulesOf(sudden)).isEqualTo("base");

    String ordered = chain.ok(open(market, alone("专项检查", marketItem))).get("id").asString();
    chain.ok(invite(ordered));
    assertThat(rulesOf(ordered)).isEqualTo("pingdingshan");
    assertThat(entries.payloads(market, "task-rules-taken").toString())
        .contains("\"before\":\"base ", "\"profile\":\"pingdingshan ");
    chain.addTargets(market, "A", 1);
    accept(ordered);
    conferences.addConference(city, City.REGION, "market", "emergency");
    chain.ok(chain.taskCommand(market, ordered, "complete-set-up", null));
    refused(
        chain.taskCommand(market, ordered, "prepare-pool", null),
        "tasking.registry-not-confirmed",
        "PDS-11");
  }

  @Test
  @Clause("SX-4.4")
  void a_draft_of_joint_rules_stops_joint_inspections_and_not_what_a_department_does_alone()
      throws Exception {
    under("taizhou");
    Map<String, Object> alone = order("本部门检查", marketItem);
    Map<String, Object> joint = order("联合检查", marketItem);
    joint.put("invite", List.of(department("emergency")));
    follow("shaoxing");
    JsonNode refusal = refused(open(market, joint), "policy.profile-is-draft");
    assertThat(refusal.get("why").asString()).contains("征求意见稿");
    assertThat(chain.ok(open(market, alone)).get("profileId").asString()).isEqualTo("base");
  }

  /** From now on the city works by these rules. */
  private void follow(String profileId) {
    database.execute(
        "UPDATE organisation.authority SET profile_id = ? WHERE id = ?",
        profileId,
        market.authorityId());
  }

  @Test
  void a_task_under_way_keeps_the_rules_that_it_froze_when_the_city_switches_to_others()
      throws Exception {
    String before = setUp(order("加油站联合检查", marketItem));
    market.as(
        "principal",
        () ->
            switchProfile.run(
                "taizhou",
                new Order(
                    LocalDate.of(2026, 3, 2),
                    "市政府印发新的实施细则",
                    "示政发〔2026〕7号",
                    LocalDate.of(2026, 3, 1),
                    null,
                    null)));
    assertThat(rulesOf(before)).isEqualTo("pingdingshan");
    assertThat(rulesOf(inviting(order("危化品联合检查", marketItem)))).isEqualTo("taizhou");
    refused(
        chain.taskCommand(market, before, "prepare-pool", null),
        "tasking.registry-not-confirmed",
        "PDS-11");
  }

  @Test
  @Clause({"PDS-8", "TZ-17"})
  void a_task_of_a_line_beside_the_plan_says_on_what_order_it_stands_and_so_does_its_notice()
      throws Exception {
    UUID line = besideThePlan();
    JsonNode opened = chain.openTask(market, line);
    assertThat(opened.get("ground").asString()).isEqualTo("superior-order");
    assertThat(opened.get("groundText").asString()).contains("省厅部署的专项行动", "豫市监〔2026〕8号");
    assertThat(opened.get("planLineId").asString()).isEqualTo(line.toString());
    String task = opened.get("id").asString();
    assertThat(rulesOf(task)).isEqualTo("pingdingshan");
    accept(task);
    chain.ok(chain.taskCommand(market, task, "complete-set-up", null));
    chain.addTargets(market, "A", 1);
    draw(market, task);
    assertThat(notice(task).getGroundText()).contains("豫市监〔2026〕8号");
    assertThat(kindOfMark()).as("counts for the ceilings").isEqualTo("special");
  }

  private @Nullable Object kindOfMark() {
    return SystemWork.run(
        () ->
            transaction.execute(
                s ->
                    database.fetchValue(
                        "SELECT kind FROM burden.mark WHERE authority_id = ?",
                        market.authorityId())));
  }

  /** A line for which there is no place in the yearly plan, ordered from above and filed. */
  private UUID besideThePlan() {
    conferences.addConference(city, City.REGION, "market", "emergency");
    var order =
        new AdHocGround(Kind.SUPERIOR_ORDER, "省厅部署的专项行动", "豫市监〔2026〕8号", LocalDate.of(2026, 3, 1));
    Line line =
        YearlyPlans.arranged(own("专项行动"), List.of(emergency.root().id()), Handling.CITY_RUN);
    Proposal proposal =
        jointPlans.agreed(
            emergency, jointPlans.proposed(market, jointPlans.draft(market, line, order)));
    Plan submitted =
        market.as(
            "officer",
            () -> {
              Proposal opened = openAdHoc.run(proposal.id(), seen(proposal));
              Plan plan = store.get(Objects.requireNonNull(opened.trace().planId()));
              return submit.run(plan.id(), seen(plan));
            });
    Plan approved = market.as("principal", () -> approve.run(submitted.id(), seen(submitted)));
    market.as(
        "officer",
        () ->
            file.run(
                approved.id(),
                seen(approved),
                FiledWith.JOINT_CONFERENCE_OFFICE,
                LocalDate.of(2026, 3, 2),
                "市监函〔2026〕12号"));
    return proposal.line().id();
  }
}
