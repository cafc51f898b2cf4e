package cn.sunlot.story.year;

import static cn.sunlot.story.year.Finding.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.PlanDuties.Duty;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.policy.usecase.ConfirmDraftProfile;
import cn.sunlot.story.Chain;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * The year under the draft plan of Shaoxing: it binds because the principal called it a draft and
 * answers for its use, until 20 November.
 */
class ShaoxingYearTest extends YearOfACity {

  @Autowired private ConfirmDraftProfile confirm;

  @Override
  protected String rules() {
    return "shaoxing";
  }

  @Override
  @Clause("SX-4.1")
  void december_before() {
    // Another city has the same draft and has not said that it goes by it.
    Bureau other = bureaus.create("shaoxing");
    Item draft = items.draft(other, "SC-01", PublishedItems.content("事项", Category.KEY, null));
    assertThat(refusal(() -> items.submitted(other, draft)).problem())
        .isEqualTo(PolicyProblem.PROFILE_IS_DRAFT);
    assertThat(
            refusal(
                    () ->
                        other.as(
                            "principal",
                            () -> {
                              confirm.run("shaoxing", "正式方案", "试行", LocalDate.of(2026, 11, 20));
                              return true;
                            }))
                .wrongValues())
        .extracting(w -> w.field())
        .containsExactly("named");
    assertThat(dutiesOf(emergency))
        .extracting(Duty::duty, Duty::due)
        .containsExactly(tuple("propose", LocalDate.of(2026, 1, 31)));
  }

  @Override
  @Clause("SX-3.2")
  void the_lists() throws Exception {
    JsonNode item = jointItem("SX-3.2");
    assertThat(item.at("/current/decision/by").asString()).isEqualTo("city-government");
    refusal("SX-3.2", this::generalItemWithoutCap);
  }

  @Override
  @Clause("SX-4.1")
  void january_and_february() throws Exception {
    registerBusinesses(market);
    marketSupervisionProposes();
    assertThat(lateAfter(proposal)).isEmpty();
    Proposal stations = emergencyManagementProposesInFebruary();
    assertThat(lateAfter(stations)).isEqualTo("2026-01-31");
    planIsDecided(proposal, stations);
    assertSixOfAHundred();
    assertThat(
            planPage().at("/way/publishBy").isMissingNode()
                || planPage().at("/way/publishBy").isNull())
        .as("no day is set for publication")
        .isTrue();
    planIsPublished();
    assertThat(planPage().at("/current/state").asString()).isEqualTo("published");
  }

  @Override
  @Clause({"SX-4.2", "SX-4.4"})
  void early_april_the_task() throws Exception {
    opensTask();
    refused(command(market, task, "prepare-pool"), "tasking.set-up-not-complete", "SL-47");
    refused(
        answer(emergency, task, "accept-invitation", Map.of("itemVersionIds", List.of(marketItem))),
        "tasking.item-of-other-department");
    joinsTask();
  }

  @Override
  @Clause("SX-4.2")
  void the_eighth_of_april_targets() throws Exception {
    on("2026-04-08");
    visitedBefore(market, where.marketItem());
    chain.ok(command(market, task, "prepare-pool"));
    JsonNode pool = poolPlan(market, task);
    // Every draw counts for everybody: A0, A1, A2 and B0.
    assertThat(outOf(pool, "annual-cap")).isEqualTo(4);
    assertThat(texts(pool.at("/cap/clauses"))).containsExactly("SL-4");
    // 62 × 3 % = 1.86, 24 × 5 % = 1.2.
    assertThat(quotas(pool)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
    drawsTargets();
    assertThat(drawnByClass(market, task)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
    refused(command(market, task, "freeze-pool"), "tasking.list-immutable");
  }

  @Override
  @Clause("SX-4.2")
  void the_ninth_of_april_teams() throws Exception {
    on("2026-04-09");
    registerOfficers();
    eachDrawsItsOwn(Map.of());
    String first = visits.get(0);
    String partner = memberOf(emergency, first);
    JsonNode led =
        chain.ok(
            ask(
                market,
                "officer",
                visit(market, first),
                "appoint-leader",
                Map.of("inspectorId", partner)));
    assertThat(memberOf(led, "a-leader")).as("one of the drawn, of whom it be").isEqualTo(partner);

    on("2026-04-10");
    UUID second = officer(emergency, "戊", "inspector2");
    JsonNode ill = change(chain.ok(isIll(first, "health")));
    chain.ok(decide(market, "head", ill, "approve", approving(second)));
    JsonNode interest = change(chain.ok(hasInterest(visits.get(1), "designation")));
    chain.ok(decide(market, "head", interest, "approve", approving(second)));
    for (String visit : visits.subList(0, 2)) {
      assertThat(memberOf(emergency, visit)).isEqualTo(second.toString());
    }
    refused(dropsAsExempt(visits.get(2)), "tasking.way-not-allowed", "SL-9");
    chain.ok(command(market, task, "dispatch"));
  }

  @Override
  @Clause({"SX-4.2", "SX-4.3"})
  void mid_april_visits() throws Exception {
    on("2026-04-13");
    JsonNode noted = chain.ok(says(market, visits.get(0), told("phone", "2026-04-13")));
    assertThat(noted.at("/demands/notice/value").asString()).isEqualTo("allowed");

    on("2026-04-14");
    takesPhoto(emergency, visits.get(0));
    chain.ok(writes(emergency, visits.get(0), "2026-04-14", by("testing")));
    assertThat(missing(emergency, visits.get(0), "SX-4.2")).containsExactly("检查方式未选，或者不是规定的方式");
    // Each enters its own items and not those of the other.
    String who = accountIn(emergency, visits.get(0));
    JsonNode theirs = chain.readRecord(market, accountIn(market, visits.get(0)), visits.get(0));
    refused(
        chain.recordCommand(
            emergency,
            who,
            visits.get(0),
            "save",
            Chain.record(theirs, LocalDate.of(2026, 4, 14), "no-problem-found", "")),
        "fieldwork.other-departments-items",
        "SX-4.3");
    on14AprilByMobile();
    on16AprilByPen();
    on21AprilOneIsGone("deregistered");
    on22AprilTheLastRecord();
  }

  @Override
  @Clause("SX-4.3")
  void april_and_may_results() throws Exception {
    // Twenty working days after the task of 21 April, however and whenever it was entered.
    for (String visit : List.of(visits.get(0), visits.get(3), visits.get(5))) {
      assertThat(dueOn(market, visit, "publication")).isEqualTo("2026-05-21");
      assertThat(dueOn(emergency, visit, "publication")).isEqualTo("2026-05-21");
    }
    String first = visits.get(0);
    approves(market, first);
    approves(emergency, first);
    String name = visit(market, first).at("/target/name").asString();
    assertThat(publicResults())
        .hasSize(2)
        .allSatisfy(r -> assertThat(r).contains("\"target_name\": \"" + name + "\""));
    on("2026-05-21");
    assertThat(isLate(market, visits.get(3), "publication")).isFalse();
    on("2026-05-22");
    assertThat(isLate(market, visits.get(3), "publication")).isTrue();
  }

  @Override
  void after_publication() throws Exception {
    on("2026-05-25");
    JsonNode result = resultOf(market, visits.get(0));
    corrects(market, "head", result, "problem-found-to-be-handled", "录入时选错结果")
        .andExpect(status().isForbidden());
    chain.ok(corrects(market, "principal", result, "problem-found-to-be-handled", "录入时选错结果"));
    assertThat(publicResults()).hasSize(3);
    assertThat(dueOn(market, visits.get(0), "follow-up")).isEqualTo("2026-07-21");
  }

  @Override
  @Clause({"SX-4.1", "SX-4.4"})
  void beside_the_plan() throws Exception {
    on("2026-05-26");
    refused(
        open(market, inJune("emergency", "夏季高温，危化品风险上升", marketItem, "emergency")),
        "tasking.outside-plan",
        "SX-4.1");
    List<List<String>> both = visitsOfTwoTasksInJune("complaint", "12345 热线集中投诉");
    assertThat(both.get(0)).hasSize(2).doesNotContainAnyElementsOf(both.get(1));
  }

  @Override
  void december() throws Exception {
    on("2026-11-20");
    chain.ok(asksForTask());
    // The confirmation of the draft has run out.
    on("2026-11-21");
    refused(asksForTask(), "policy.profile-is-draft");
    assertTraced(STEPS);
  }
}
