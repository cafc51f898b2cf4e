package cn.sunlot.story.year;

import static cn.sunlot.planning.JointCityPlans.Maker.seen;
import static cn.sunlot.story.year.Finding.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.JointCityPlans;
import cn.sunlot.planning.PlanDuties.Duty;
import cn.sunlot.planning.SuperiorLists;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.usecase.CoordinateProposal;
import cn.sunlot.planning.usecase.FilePlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The year under the opinions of Rushan, 乳政发〔2020〕3号. */
class RushanYearTest extends YearOfACity {

  private static final LocalDate END_OF_JANUARY = LocalDate.of(2026, 1, 31);

  @Autowired private SuperiorLists superiorLists;
  @Autowired private FilePlan filePlan;
  @Autowired private CoordinateProposal coordinate;

  @Override
  protected String rules() {
    return "rushan";
  }

  @Override
  JointCityPlans.Maker.Superior superior() {
    return superiorLists;
  }

  @Override
  @Clause("RS-2.4")
  void december_before() {
    for (Bureau member : List.of(market, emergency)) {
      assertThat(dutiesOf(member))
          .extracting(Duty::duty, Duty::due, Duty::done)
          .containsExactly(tuple("file-own-plan", END_OF_JANUARY, null));
    }
  }

  @Override
  @Clause("RS-2.2")
  void the_lists() throws Exception {
    // Both items came from the superior's list; of what it has not there is none.
    var own = PublishedItems.content("自定事项", Category.KEY, null);
    refusal("RS-2.2", () -> items.draft(market, "ZD-01", own));
    JsonNode item = chain.ok(chain.api().read(market, "officer", "/api/items?q=SC-01"));
    assertThat(item.at("/items/0/name").asString()).isEqualTo("事项 SC-01");
  }

  @Override
  @Clause("RS-2.4")
  void january_and_february() throws Exception {
    registerBusinesses(market);
    on("2026-01-09");
    Plan own =
        plans.published(
            market,
            plans.draft(
                market, YearlyPlans.line(market, "计量器具抽查", where.marketItem(), Map.of("A", 100))));
    market.as(
        "officer",
        () ->
            filePlan.run(
                own.id(), seen(own), FiledWith.MARKET_SUPERVISION_BUREAU, today(), "乳市监〔2026〕2号"));
    marketSupervisionProposes();
    assertThat(proposal.asking().byOffice()).as("two were asked: few agree directly").isFalse();
    manyAreCoordinated();
    Proposal stations = emergencyManagementProposesInFebruary();
    assertThat(lateAfter(stations)).as("no day is set for proposals").isEmpty();
    assertThat(dutiesOf(market)).extracting(Duty::done).containsExactly(LocalDate.of(2026, 1, 9));
    assertThat(dutiesOf(emergency))
        .extracting(Duty::due, Duty::done)
        .containsExactly(tuple(END_OF_JANUARY, null));
    planIsDecided(proposal, stations);
    assertThat(planPage().at("/current/decision/by").asString()).isEqualTo("city-government");
    assertSixOfAHundred();
    planIsPublished();
    assertThat(texts(planPage().get("publishAt")))
        .containsExactlyInAnyOrder("department-website", "publicity-system");
    assertThat(planPage().get("filingsOpen")).isEmpty();
  }

  /** Where the lead wants it, the office brings the departments together. */
  private void manyAreCoordinated() {
    on("2026-01-13");
    Proposal asked =
        maker.proposed(
            emergency, maker.byOffice(where, maker.draft(where, "危险废物联合检查", market, ecology)));
    assertThat(asked.asking().byOffice()).isTrue();
    Proposal coordinated =
        market.as(
            "conference",
            () ->
                coordinate.run(
                    asked.id(),
                    seen(asked),
                    ecology.root().id(),
                    true,
                    "1 月 13 日协调会商定由生态环境局参加",
                    List.of()));
    assertThat(coordinated.answers()).extracting(a -> a.coordinated()).containsExactly(false, true);
  }

  @Override
  void early_april_the_task() throws Exception {
    opensTask();
    refused(command(market, task, "prepare-pool"), "tasking.set-up-not-complete", "SL-47");
    joinsTask();
  }

  @Override
  void the_eighth_of_april_targets() throws Exception {
    on("2026-04-08");
    visitedBefore(market, where.marketItem());
    chain.ok(command(market, task, "prepare-pool"));
    JsonNode pool = poolPlan(market, task);
    // Every draw counts for everybody: A0, A1, A2 and B0.
    assertThat(outOf(pool, "annual-cap")).isEqualTo(4);
    // 62 × 3 % = 1.86, 24 × 5 % = 1.2.
    assertThat(quotas(pool)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
    drawsTargets();
    assertThat(drawnByClass(market, task)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
  }

  @Override
  void the_ninth_of_april_teams() throws Exception {
    on("2026-04-09");
    registerOfficers();
    eachDrawsItsOwn(Map.of());
    on("2026-04-10");
    UUID second = officer(emergency, "戊", "inspector2");
    refused(isIll(visits.get(0), "far-away"), "tasking.reason-not-listed", "SL-17");
    JsonNode ill = change(chain.ok(isIll(visits.get(0), "health")));
    chain.ok(decide(market, "head", ill, "approve", approving(second)));
    refused(hasInterest(visits.get(1), "new-random-draw"), "tasking.way-not-allowed", "SL-18");
    JsonNode interest = change(chain.ok(hasInterest(visits.get(1), "designation")));
    chain.ok(decide(market, "head", interest, "approve", approving(second)));
    refused(dropsAsExempt(visits.get(2)), "tasking.way-not-allowed", "SL-9");
    chain.ok(command(market, task, "dispatch"));
  }

  @Override
  @Clause("RS-2.5")
  void mid_april_visits() throws Exception {
    on("2026-04-13");
    chain.ok(says(market, visits.get(0), told("phone", "2026-04-13")));
    chain.ok(says(market, visits.get(1), Map.of("given", false, "reason", "")));
    on("2026-04-14");
    JsonNode blank =
        chain.readRecord(emergency, accountIn(emergency, visits.get(0)), visits.get(0));
    assertThat(texts(blank.at("/content/methods"))).as("as a rule").containsExactly("on-site");
    takesPhoto(emergency, visits.get(0));
    chain.ok(writes(emergency, visits.get(0), "2026-04-14", by("testing")));
    assertThat(missing(emergency, visits.get(0), "RS-2.5")).containsExactly("检查方式未选，或者不是规定的方式");
    on14AprilByMobile();
    on16AprilByPen();
    on21AprilOneIsGone("deregistered");
    on22AprilTheLastRecord();
  }

  @Override
  @Clause("RS-2.6")
  void april_and_may_results() throws Exception {
    String first = visits.get(0);
    // Twenty working days after the task of 21 April, however and whenever it was entered.
    for (String visit : visits) {
      assertThat(dueOn(emergency, visit, "publication")).isEqualTo("2026-05-21");
    }
    assertThat(publicResults()).as("not before the leader has said yes").isEmpty();
    approves(market, first);
    approves(emergency, first);
    assertThat(publicResults()).hasSize(2);
    assertThat(kindsDue(market, first)).doesNotContain("transfer");
    assertThat(dueOn(market, first, "follow-up")).isEqualTo("2026-07-21");
  }

  @Override
  void after_publication() throws Exception {
    on("2026-05-25");
    JsonNode result = resultOf(market, visits.get(0));
    corrects(market, "head", result, "problem-found-to-be-handled", "录入时选错结果")
        .andExpect(status().isForbidden());
    chain.ok(corrects(market, "principal", result, "problem-found-to-be-handled", "录入时选错结果"));
    assertThat(publicResults()).hasSize(3);
  }

  @Override
  void beside_the_plan() throws Exception {
    on("2026-05-26");
    List<List<String>> both = visitsOfTwoTasksInJune("emergency", "夏季高温，危化品风险上升");
    assertThat(both.get(0)).hasSize(2).doesNotContainAnyElementsOf(both.get(1));
  }

  @Override
  void december() throws Exception {
    on("2026-12-15");
    // Emergency management never filed its own plan, and that stays a fact.
    assertThat(dutiesOf(emergency)).extracting(Duty::done).containsExactly((LocalDate) null);
    assertThat(initiations()).hasSize(4);
    assertThat(savedVisits()).isZero();
    assertTraced(STEPS);
  }
}
