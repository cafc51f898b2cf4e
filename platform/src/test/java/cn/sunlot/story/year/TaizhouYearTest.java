package cn.sunlot.story.year;

import static cn.sunlot.story.year.Finding.direct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.PlanDuties.Initiation;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Proposal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The year under the rules of Taizhou, 台政发〔2019〕28号. */
class TaizhouYearTest extends YearOfACity {

  @Override
  protected String rules() {
    return "taizhou";
  }

  /** The two of class D are key targets: half of them, where of the whole class A 3 % are drawn. */
  @Override
  Map<String, Integer> rates() {
    return Map.of("A", 300, "B", 500, "C", 1250, "K", 5000);
  }

  @Override
  void december_before() {
    assertThat(dutiesOf(emergency)).as("no day is set for proposals").isEmpty();
  }

  @Override
  @Clause({"TZ-M3", "TZ-7", "TZ-8"})
  void the_lists() throws Exception {
    JsonNode item = jointItem("TZ-M3");
    assertThat(item.at("/current/state").asString()).isEqualTo("published");
    assertThat(item.at("/current/decision/by").asString()).isEqualTo("joint-conference");
    assertThat(item.at("/lead/name").asString()).isEqualTo("市应急管理局");
    assertThat(item.at("/current/participants/0/name").asString()).isEqualTo("市市场监督管理局");
    refusal("TZ-8", this::generalItemWithoutCap);
  }

  @Override
  @Clause({"TZ-M6", "TZ-13", "TZ-14"})
  void january_and_february() throws Exception {
    registerBusinesses(market);
    marketSupervisionProposes();
    Proposal stations = emergencyManagementProposesInFebruary();
    assertThat(lateAfter(stations)).isEmpty();
    planIsDecided(proposal, stations);
    assertThat(planPage().at("/current/decision/by").asString()).isEqualTo("joint-conference");
    assertSixOfAHundred();
    planIsPublished();
    assertThat(texts(planPage().get("filingsOpen")))
        .containsExactlyInAnyOrder("same-level-government", "superior-department");
    on("2026-03-02");
    plan = files(FiledWith.SAME_LEVEL_GOVERNMENT, "台市监函〔2026〕8号");
    plan = files(FiledWith.SUPERIOR_DEPARTMENT, "台市监函〔2026〕9号");
    assertThat(planPage().get("filingsOpen")).isEmpty();
    refusal("TZ-M6", () -> files(FiledWith.MARKET_SUPERVISION_BUREAU, "多余的一份"));
  }

  @Override
  @Clause("TZ-17")
  void early_april_the_task() throws Exception {
    opensTask();
    refused(command(market, task, "prepare-pool"), "tasking.set-up-not-complete", "TZ-17");
    joinsTask();
    assertThat(chain.task(market, task).get("items")).hasSize(2);
  }

  @Override
  @Clause({"TZ-M10", "TZ-18", "TZ-19", "TZ-30"})
  void the_eighth_of_april_targets() throws Exception {
    on("2026-04-08");
    visitedBefore(market, where.marketItem());
    chain.ok(command(market, task, "prepare-pool"));
    JsonNode pool = poolPlan(market, task);
    // All draws count, but only for low risk: A0, A1 and A2, and not B0.
    assertThat(outOf(pool, "annual-cap")).isEqualTo(3);
    assertThat(texts(pool.at("/cap/clauses"))).contains("TZ-18");
    // 62 × 3 % = 1.86.
    assertThat(quotas(pool)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "K", 1));
    // As a rule: one of the three is let in, and who did it says why.
    letsIn(market, task, "企业 A1", "上年问题须当年复查，局长办公会 4 月 7 日");
    assertThat(quotas(poolPlan(market, task))).containsEntry("A", 2);
    drawsTargets();
    assertThat(drawnByClass(market, task)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
    refused(command(market, task, "freeze-pool"), "tasking.list-immutable");
    // Six, and nobody is named who shall not know of it.
    assertThat(notice(task).getTargets()).isEqualTo(6);
    assertThat(notice(task).toString()).doesNotContain("企业 ");
  }

  @Override
  @Clause({"TZ-21", "TZ-22", "TZ-23", "TZ-24"})
  void the_ninth_of_april_teams() throws Exception {
    on("2026-04-09");
    registerOfficers();
    UUID untrained = chain.addInspector(market, "未训", "节能科", LICENCE, null);
    chain.ok(form(market, task, Map.of("way", "unified")));
    holdLast(market, task);
    for (String visit : visits) {
      assertThat(roles(visit(market, visit)))
          .containsExactly("a-leader", "b-member", "c-partner-1");
      assertThat(visit(market, visit).toString()).doesNotContain(untrained.toString());
    }

    on("2026-04-10");
    UUID second = officer(emergency, "戊", "inspector2");
    refused(isIll(visits.get(0), "far-away"), "tasking.reason-not-listed", "TZ-23");
    JsonNode ill = change(chain.ok(isIll(visits.get(0), "health")));
    refused(
        decide(emergency, "head", ill, "approve", approving(second)),
        "tasking.decision-by-other",
        "TZ-23");
    chain.ok(decide(market, "head", ill, "approve", approving(second)));
    assertThat(memberOf(emergency, visits.get(0))).isEqualTo(second.toString());

    refused(hasInterest(visits.get(1), "new-random-draw"), "tasking.way-not-allowed", "TZ-24");
    JsonNode interest = change(chain.ok(hasInterest(visits.get(1), "designation")));
    chain.ok(decide(market, "head", interest, "approve", approving(second)));
    assertThat(memberOf(emergency, visits.get(1))).isEqualTo(second.toString());

    refused(dropsAsExempt(visits.get(2)), "tasking.way-not-allowed", "SL-9");
    chain.ok(command(market, task, "dispatch"));
  }

  @Override
  @Clause({"TZ-30", "TZ-32"})
  void mid_april_visits() throws Exception {
    on("2026-04-13");
    String first = visits.get(0);
    refused(
        says(market, first, told("phone", "2026-04-13")), "fieldwork.notice-forbidden", "TZ-30");
    on14AprilByMobile();
    on16AprilByPen();
    on("2026-04-20");
    takesPhoto(market, visits.get(4));
    refused(
        writes(market, visits.get(4), "2026-04-20", direct("too-far", "路远")),
        "fieldwork.direct-reason-not-listed",
        "TZ-32");
    on21AprilOneIsGone("equipment-does-not-exist");
    on22AprilTheLastRecord();
  }

  @Override
  @Clause({"TZ-30", "TZ-M9", "TZ-33"})
  void april_and_may_results() throws Exception {
    String first = visits.get(0);
    // By mobile at once: on the day itself, which the leader let pass.
    assertThat(dueOn(emergency, first, "publication")).isEqualTo("2026-04-14");
    assertThat(isLate(emergency, first, "publication")).isTrue();
    assertThat(publicResults()).isEmpty();
    approves(emergency, first);
    assertThat(text(due(emergency, first, "publication"), "doneOn")).isEqualTo("2026-04-22");
    assertThat(publicResults()).singleElement().asString().contains("YJ-01");

    // What the leader does not accept goes back to the team.
    String second = visits.get(1);
    chain.ok(chain.recordCommand(emergency, "head", second, "send-back", Map.of("note", "照片不清")));
    String who = accountIn(emergency, second);
    assertThat(text(chain.readRecord(emergency, who, second), "state")).isEqualTo("returned");
    assertThat(publicResults()).hasSize(1);
    chain.ok(handsIn(emergency, second, true));

    // Otherwise twenty working days after the result was made on 16 April: 10 days in April, 10 in
    // May with the Saturday.
    assertThat(dueOn(market, first, "publication")).isEqualTo("2026-05-18");
    approves(market, first);
    // No days are named for the police; what follows ends three months after the task of 21 April.
    assertThat(kindsDue(market, first)).doesNotContain("transfer");
    assertThat(dueOn(market, first, "follow-up")).isEqualTo("2026-07-21");

    // The result of 22 April would be due on 22 May; the task ended on the 21st, so 21 May holds.
    String last = visits.get(3);
    assertThat(dueOn(market, last, "publication")).isEqualTo("2026-05-21");
    on("2026-05-21");
    assertThat(isLate(market, last, "publication")).isFalse();
    on("2026-05-22");
    assertThat(isLate(market, last, "publication")).isTrue();
    assertThat(texts(due(market, last, "publication").get("clauses"))).contains("TZ-M9");
    approves(market, last);
    assertThat(text(due(market, last, "publication"), "doneOn")).isEqualTo("2026-05-22");
  }

  @Override
  @Clause("TZ-31")
  void after_publication() throws Exception {
    on("2026-05-25");
    JsonNode result = resultOf(market, visits.get(0));
    refused(
        corrects(market, "principal", result, "problem-found-to-be-handled", " "),
        "results.correction-reason-missing",
        "SL-28");
    assertThat(publicResults()).hasSize(3);
    chain.ok(corrects(market, "principal", result, "problem-found-to-be-handled", "录入时选错结果"));
    // The first version stays beside the second.
    assertThat(publicResults())
        .hasSize(4)
        .anySatisfy(r -> assertThat(r).contains("problem-found-corrected", "\"revision\": 1"))
        .anySatisfy(r -> assertThat(r).contains("problem-found-to-be-handled", "\"revision\": 2"));
  }

  @Override
  @Clause({"TZ-13", "TZ-17", "TZ-19", "TZ-20"})
  void beside_the_plan() throws Exception {
    on("2026-05-26");
    List<List<String>> both = visitsOfTwoTasksInJune("emergency", "夏季高温，危化品风险上升");
    // Two tasks, two businesses, two visits: each is visited once.
    assertThat(both.get(0)).hasSize(2);
    assertThat(both.get(1)).isEqualTo(both.get(0));
    assertThat(visit(market, both.get(0).get(0)).get("items")).hasSize(4);
    aListGoesDown();
    thePlanIsAdjusted();
  }

  /** In July what the city draws lies in a county, whose department of the line carries it out. */
  private void aListGoesDown() throws Exception {
    on("2026-07-01");
    Bureau county = bureaus.in(city, "county-market");
    Bureau otherCounty = bureaus.in(city, "other-market");
    chain.addTargets(county, "C", 1);
    Map<String, Object> order = inJune("emergency", "县域专项", marketItem, "emergency");
    order.put(
        "filter",
        Map.of(
            "kinds", List.of(),
            "regionCodes", List.of(City.COUNTY),
            "tags", List.of(),
            "riskClasses", List.of()));
    order.put("ratesBp", Map.of("C", 10_000));
    order.put("from", "2026-07-06");
    order.put("to", "2026-07-31");
    order.put("handedDown", true);
    String down = text(chain.ok(open(market, order)), "id");
    accept(down);
    chain.ok(command(market, down, "complete-set-up"));
    draw(market, down);
    JsonNode part = part(market, down, City.COUNTY, true);
    assertThat(text(part, "state")).isEqualTo("handed-down");
    refused(receive(otherCounty, part), "tasking.list-of-other-department", "TZ-19");
    chain.ok(receive(county, part));
    assertThat(chain.visits(county, down)).hasSize(1);
  }

  /**
   * In August the line of filling stations is dropped, by the same way, and the change is shown.
   */
  private void thePlanIsAdjusted() throws Exception {
    on("2026-08-03");
    adjusts("省级部门统一抽查加油站");
    assertThat(text(planPage().at("/current"), "state")).isEqualTo("published");
    assertThat(texts(planPage().get("filingsOpen")))
        .containsExactlyInAnyOrder("same-level-government", "superior-department");
    JsonNode compared =
        chain.ok(
            chain
                .api()
                .read(market, "conference", "/api/plans/" + plan.id() + "/comparison?from=1&to=2"));
    assertThat(compared.get("lines").valueStream().map(l -> text(l, "change"))).contains("dropped");
  }

  @Override
  @Clause("TZ-4")
  void december() throws Exception {
    on("2026-12-15");
    assertThat(initiations())
        .extracting(Initiation::departmentId, Initiation::lead)
        .as("filling stations were dropped in August")
        .containsExactlyInAnyOrder(
            tuple(market.root().id(), true), tuple(emergency.root().id(), false));
    assertThat(savedVisits()).isEqualTo(2);
    assertTraced(STEPS);
  }
}
