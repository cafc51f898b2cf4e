package cn.sunlot.story.year;

import static cn.sunlot.story.year.Finding.by;
import static cn.sunlot.story.year.Finding.direct;
import static cn.sunlot.story.year.Finding.found;
import static cn.sunlot.story.year.Finding.nothingFound;
import static cn.sunlot.story.year.Finding.refusesToSign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.PlanDuties.Duty;
import cn.sunlot.planning.PlanDuties.Initiation;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.story.Chain;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The year under the rules of Pingdingshan, 平双随机办〔2020〕3号. */
class PingdingshanYearTest extends YearOfACity {

  private static final LocalDate END_OF_JANUARY = LocalDate.of(2026, 1, 31);
  private static final LocalDate END_OF_FEBRUARY = LocalDate.of(2026, 2, 28);

  @Override
  protected String rules() {
    return "pingdingshan";
  }

  @Override
  String problem() {
    return "problem-found-correction-ordered";
  }

  @Override
  @Clause("PDS-7")
  void december_before() {
    assertThat(dutiesOf(emergency))
        .extracting(Duty::duty, Duty::due, Duty::done)
        .containsExactly(tuple("propose", END_OF_JANUARY, null));
    assertThat(dutiesOf(market))
        .extracting(Duty::duty, Duty::due)
        .containsExactlyInAnyOrder(
            tuple("propose", END_OF_JANUARY), tuple("publish-joint-plan", END_OF_FEBRUARY));
  }

  @Override
  @Clause("PDS-6")
  void the_lists() throws Exception {
    JsonNode item = jointItem("PDS-6");
    assertThat(item.at("/current/state").asString()).isEqualTo("published");
    assertThat(item.at("/current/decision/by").asString())
        .isEqualTo("market-supervision-with-departments");
    assertThat(generalItemWithoutCap().current().content().ratioCapBp())
        .as("nothing demands one")
        .isNull();
  }

  @Override
  @Clause("PDS-7")
  void january_and_february() throws Exception {
    registerBusinesses(market);
    marketSupervisionProposes();
    assertThat(lateAfter(proposal)).isEmpty();
    Proposal stations = emergencyManagementProposesInFebruary();
    assertThat(lateAfter(stations)).as("taken, and late").isEqualTo("2026-01-31");
    planIsDecided(proposal, stations);
    assertSixOfAHundred();
    assertThat(planPage().at("/way/publishBy").asString()).isEqualTo("2026-02-28");
    planIsPublished();
    assertThat(planPage().at("/way/late").asBoolean()).isFalse();
    assertThat(planPage().get("filingsOpen")).isEmpty();
    assertThat(dutiesOf(market))
        .extracting(Duty::duty, Duty::done)
        .containsExactlyInAnyOrder(
            tuple("propose", LocalDate.of(2026, 1, 12)),
            tuple("publish-joint-plan", LocalDate.of(2026, 2, 26)));
    assertThat(dutiesOf(emergency))
        .extracting(Duty::done)
        .containsExactly(LocalDate.of(2026, 2, 3));
  }

  @Override
  @Clause({"PDS-12", "PDS-14"})
  void early_april_the_task() throws Exception {
    opensTask();
    refused(command(market, task, "prepare-pool"), "tasking.set-up-not-complete", "PDS-12");
    joinsTask();
    // First the targets, then the inspectors, then the visits.
    for (String tooEarly : List.of("form-teams", "dispatch")) {
      command(market, task, tooEarly).andExpect(status().isConflict());
    }
  }

  @Override
  @Clause({"PDS-10", "PDS-11", "PDS-15"})
  void the_eighth_of_april_targets() throws Exception {
    on("2026-04-08");
    visitedBefore(market, where.marketItem());
    refused(command(market, task, "prepare-pool"), "tasking.registry-not-confirmed", "PDS-11");
    chain.ok(chain.api().send(market, "officer", "/api/targets/confirm", null, Map.of()));
    chain.ok(command(market, task, "prepare-pool"));
    JsonNode pool = poolPlan(market, task);
    // Joint inspections count, whoever the business is: A1 and B0.
    assertThat(outOf(pool, "annual-cap")).isEqualTo(2);
    assertThat(texts(pool.at("/cap/clauses"))).containsExactly("PDS-10");
    // 64 × 3 % = 1.92, 24 × 5 % = 1.2.
    assertThat(quotas(pool)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
    // As a rule: one of the two is let in, and who did it says why.
    letsIn(market, task, "企业 A1", "上年问题须当年复查，局长办公会 4 月 7 日");
    drawsTargets();
    assertThat(drawnByClass(market, task)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
    for (String again : List.of("prepare-pool", "freeze-pool")) {
      refused(command(market, task, again), "tasking.list-immutable", "PDS-15");
    }
  }

  @Override
  @Clause({"PDS-11", "PDS-15", "PDS-16", "PDS-17"})
  void the_ninth_of_april_teams() throws Exception {
    on("2026-04-09");
    registerOfficers();
    refused(
        form(market, task, Map.of("way", "per-department")),
        "tasking.registry-not-confirmed",
        "PDS-11");
    confirmInspectors();
    eachDrawsItsOwn(Map.of("way", "per-department"));
    String first = visits.get(0);
    for (String visit : visits) {
      assertThat(roles(visit(market, visit))).containsExactly("a-leader", "b-partner-1");
      assertThat(memberOf(visit(market, visit), "a-leader")).isEqualTo(memberOf(market, visit));
    }
    refused(
        ask(
            market,
            "officer",
            visit(market, first),
            "appoint-leader",
            Map.of("inspectorId", memberOf(emergency, first))),
        "tasking.leader-from-lead",
        "PDS-17");
    refused(
        ask(emergency, "officer", visit(emergency, first), "plan-day", Map.of("day", "2026-04-14")),
        "tasking.leader-arranges",
        "PDS-17");
    chain.ok(ask(market, "officer", visit(market, first), "plan-day", Map.of("day", "2026-04-14")));

    on("2026-04-10");
    int draws = chain.task(market, task).get("draws").size();
    UUID second = officer(emergency, "戊", "inspector2");
    refused(isIll(first, "far-away"), "tasking.reason-not-listed", "PDS-16");
    JsonNode ill = change(chain.ok(isIll(first, "health")));
    for (Bureau by : List.of(emergency, market)) {
      refused(
          decide(by, by.equals(market) ? "principal" : "head", ill, "approve", approving(second)),
          "tasking.decision-by-other",
          "PDS-16");
    }
    chain.ok(decide(emergency, "principal", ill, "approve", approving(second)));
    refused(hasInterest(visits.get(1), "new-random-draw"), "tasking.way-not-allowed", "PDS-16");
    JsonNode interest = change(chain.ok(hasInterest(visits.get(1), "designation")));
    chain.ok(decide(emergency, "principal", interest, "approve", approving(second)));
    for (String visit : visits.subList(0, 2)) {
      assertThat(memberOf(emergency, visit)).isEqualTo(second.toString());
    }
    assertThat(chain.task(market, task).get("draws")).as("nobody was drawn").hasSize(draws);

    refused(dropsAsExempt(visits.get(2)), "tasking.drawn-target-stays", "PDS-15");
    assertThat(visitsOf(market, task)).isEqualTo(visits);
    chain.ok(command(market, task, "dispatch"));
  }

  @Override
  @Clause({"PDS-2.1", "PDS-18", "PDS-19", "PDS-20", "PDS-21", "PDS-25"})
  void mid_april_visits() throws Exception {
    on("2026-04-13");
    String first = visits.get(0);
    refused(says(market, first, told("wechat", "2026-04-13")), "fieldwork.notice-way", "PDS-20");
    for (String visit : List.of(first, visits.get(1), visits.get(4), visits.get(5))) {
      chain.ok(says(market, visit, told("phone", "2026-04-13")));
    }
    // Of the third nobody told anything; of the fourth it would not have suited.
    String secret = visits.get(3);
    refused(
        says(market, secret, Map.of("given", false, "reason", " ")),
        "fieldwork.notice-required",
        "PDS-20");
    chain.ok(says(market, secret, Map.of("given", false, "reason", "事先告知会转移物证")));
    refused(
        chain
            .api()
            .read(market, accountIn(market, secret), "/api/visits/" + secret + "/notice.pdf"),
        "fieldwork.notice-not-issued",
        "PDS-20");

    // All that both departments have to look at is looked at together, by each its own.
    assertThat(visit(market, first).get("items")).hasSize(2);
    JsonNode theirs = chain.readRecord(market, accountIn(market, first), first);
    refused(
        chain.recordCommand(
            emergency,
            accountIn(emergency, first),
            first,
            "save",
            Chain.record(theirs, today(), "no-problem-found", "")),
        "fieldwork.other-departments-items",
        "PDS-20");
    // Who has no part in it does not see it.
    chain.api().read(ecology, "officer", "/api/tasks/" + task).andExpect(status().isNotFound());

    on("2026-04-14");
    String untold = visits.get(2);
    takesPhoto(emergency, untold);
    chain.ok(writes(emergency, untold, "2026-04-14", by("documents")));
    assertThat(missing(emergency, untold, "PDS-19")).contains("没有选现场检查");
    chain.ok(writes(emergency, untold, "2026-04-14", found("problem-found-corrected", "台账缺失")));
    assertThat(missing(emergency, untold, "PDS-20")).contains("检查结果未选", "没有记录是否提前通知检查对象");
    chain.ok(says(emergency, untold, Map.of("given", false, "reason", "事先告知会转移物证")));
    chain.ok(writes(emergency, untold, "2026-04-14", refusesToSign("")));
    assertThat(missing(emergency, untold, "PDS-20"))
        .containsExactlyInAnyOrder("拒签未注明情况", "拒签情况没有执法人员签字");
    on14AprilByMobile();
    on16AprilByPen();

    on("2026-04-20");
    String gone = visits.get(4);
    refused(
        writes(market, gone, "2026-04-20", direct("deregistered", "已注销")),
        "fieldwork.direct-reasons-closed",
        "PDS-21");
    refused(
        writes(market, gone, "2026-04-20", direct("unreachable-at-registered-address", "门锁紧闭")),
        "fieldwork.evidence-first",
        "PDS-21");
    on21AprilOneIsGone("unreachable-at-registered-address");
    on22AprilTheLastRecord();
  }

  @Override
  @Clause("PDS-20")
  void april_and_may_results() throws Exception {
    // Twenty working days after the inspection of 14 April, for each department and whether it has
    // entered anything or not: 12 in April, and with the Saturday 8 in May.
    String first = visits.get(0);
    for (Bureau of : List.of(market, emergency)) {
      for (String visit : visits.subList(0, 4)) {
        assertThat(dueOn(of, visit, "publication")).isEqualTo("2026-05-14");
      }
      assertThat(dueOn(of, visits.get(5), "publication")).isEqualTo("2026-05-21");
    }
    approves(market, first);
    // Seven working days after the result of 16 April.
    assertThat(dueOn(market, first, "transfer")).isEqualTo("2026-04-27");
    assertThat(resultOf(market, first).at("/leads/0/receiver").asString()).isEqualTo("市公安局");

    on("2026-05-14");
    approves(emergency, first);
    assertThat(isLate(market, visits.get(1), "publication")).isFalse();
    on("2026-05-15");
    assertThat(isLate(emergency, first, "publication")).isFalse();
    assertThat(isLate(market, visits.get(1), "publication")).isTrue();
    assertThat(text(due(emergency, first, "publication"), "doneOn")).isEqualTo("2026-05-14");
    enters(market, visits.get(1), "2026-04-14", false, nothingFound());
    approves(market, visits.get(1));
    assertThat(text(due(market, visits.get(1), "publication"), "doneOn")).isEqualTo("2026-05-15");
  }

  @Override
  @Clause({"PDS-20", "PDS-22"})
  void after_publication() throws Exception {
    on("2026-05-25");
    JsonNode result = resultOf(market, visits.get(0));
    corrects(market, "head", result, "failed", "录入时选错结果").andExpect(status().isForbidden());
    refused(
        corrects(market, "principal", result, "problem-found-corrected", "录入时选错结果"),
        "results.result-type-not-listed",
        "PDS-20");
    refused(
        corrects(market, "principal", result, "failed", " "),
        "results.correction-reason-missing",
        "PDS-22");
    chain.ok(corrects(market, "principal", result, "failed", "录入时选错结果"));
    assertThat(publicResults())
        .hasSize(4)
        .anySatisfy(r -> assertThat(r).contains(problem(), "\"revision\": 1"))
        .anySatisfy(r -> assertThat(r).contains("\"failed\"", "\"revision\": 2"));
  }

  @Override
  @Clause({"PDS-8", "PDS-15"})
  void beside_the_plan() throws Exception {
    on("2026-05-26");
    refused(
        open(market, inJune("emergency", "夏季高温，危化品风险上升", marketItem, "emergency")),
        "tasking.order-from-above-missing",
        "PDS-8");
    List<List<String>> both = visitsOfTwoTasksInJune("campaign-from-above", "豫市监〔2026〕8号");
    // Nothing is said of merging: each task has its own two visits.
    assertThat(both.get(0)).hasSize(2).doesNotContainAnyElementsOf(both.get(1));
    // Both joint inspections of the year have been used up by whoever was also drawn in April.
    assertThat(both.get(1)).hasSize(1);
  }

  @Override
  @Clause({"PDS-5", "PDS-9"})
  void december() throws Exception {
    on("2026-12-15");
    Map<UUID, Boolean> initiated = new HashMap<>();
    for (Initiation one : initiations()) {
      initiated.merge(one.departmentId(), one.lead(), Boolean::logicalOr);
    }
    // Both initiated one; ecology, which had to, neither initiated nor joined any.
    assertThat(initiated).isEqualTo(Map.of(market.root().id(), true, emergency.root().id(), true));
    assertTraced(STEPS);
  }
}
