package cn.sunlot.story.year;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.story.year.Finding.by;
import static cn.sunlot.story.year.Finding.direct;
import static cn.sunlot.story.year.Finding.found;
import static cn.sunlot.story.year.Finding.nothingFound;
import static cn.sunlot.story.year.Finding.refusesToSign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.planning.usecase.CreateJointPlan;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.story.Chain;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * 2026 in the Industry and Information Technology Bureau of Zibo, 淄工信发〔2020〕5号: one bureau, whose
 * sections inspect by its own plan under rules that expired on 5 June 2025 and are used because its
 * principal says so by name, for six months at a time. The days are those of the cities.
 */
class ZiboYearTest extends BureauWork {

  @Autowired private CreateJointPlan jointPlan;

  @Override
  protected String rules() {
    return "zibo_miit";
  }

  @Test
  final void the_year() throws Exception {
    rules_that_have_expired();
    the_list();
    january_the_plan();
    april_the_task();
    the_eighth_of_april_targets();
    the_ninth_of_april_teams();
    mid_april_visits();
    april_report_and_publication();
    after_publication();
    summer_beside_the_plan();
  }

  @Clause("ZB-22")
  private void rules_that_have_expired() {
    Item draft = items.draft(bureau, "JN-00", PublishedItems.content("旧", Category.KEY, null));
    assertThat(refusal("ZB-22", () -> items.submitted(bureau, draft)).problem())
        .isEqualTo(PolicyProblem.PROFILE_EXPIRED);
    // Until 5 July.
    items.confirmRules(bureau);
    assertThat(entries.payloads(bureau, "expired-profile-confirmed"))
        .singleElement()
        .asString()
        .contains("2026-07-05");
  }

  @Clause("ZB-5")
  private void the_list() {
    Item general =
        items.draft(bureau, "JN-09", PublishedItems.content("一般事项", Category.GENERAL, null));
    refusal("ZB-5", () -> items.submitted(bureau, general));
    Item key = items.inForce(bureau, "JN-01", Category.KEY, null);
    assertThat(key.current().state().name()).isEqualTo("PUBLISHED");
    item = key.current().id();
  }

  @Clause({"ZB-2", "ZB-8"})
  private void january_the_plan() throws Exception {
    registerBusinesses(bureau);
    assertThat(
            refusal("ZB-4", () -> bureau.as("conference", () -> jointPlan.run(2026, "联合计划")))
                .problem())
        .isEqualTo(PlanningProblem.NO_JOINT_PLAN);
    on("2026-01-12");
    // 65 × 3 % = 1.95, 25 × 5 % = 1.25, 8 × 12.5 % = 1, 2 × 50 % = 1: six of 100.
    var planned =
        YearlyPlans.line(
            bureau, "重点用能单位节能监察", item, Map.of("A", 300, "B", 500, "C", 1250, "D", 5000));
    plan = plans.submitted(bureau, plans.draft(bureau, planned));
    line = plan.current().lines().get(0).id();
    JsonNode coverage =
        chain
            .ok(chain.api().read(bureau, "officer", "/api/plans/" + plan.id()))
            .at("/current/lines/0/coverage");
    assertThat(coverage.get("pool").asInt()).isEqualTo(100);
    assertThat(coverage.get("expected").asInt()).isEqualTo(6);
    refused(opens(Map.of("lineId", line)), "planning.line-not-approved");
    plan = plans.approvedNow(bureau, plan);
    plan = plans.publishedNow(bureau, plan);
  }

  @Clause({"ZB-2", "ZB-4", "ZB-21"})
  private void april_the_task() throws Exception {
    on("2026-04-01");
    refused(open(bureau, outside("plan", "想去看看")), "tasking.outside-plan", "ZB-2");
    refused(
        opens(Map.of("lineId", line, "from", "2026-01-01", "to", "2026-12-31")),
        "tasking.period-outside-line",
        "ZB-2");
    task =
        text(
            chain.ok(opens(Map.of("lineId", line, "from", "2026-04-01", "to", "2026-04-30"))),
            "id");
    assertThat(text(chain.task(bureau, task), "state")).as("nobody is asked").isEqualTo("opened");
  }

  @Clause({"ZB-9", "ZB-9.1", "ZB-12"})
  private void the_eighth_of_april_targets() throws Exception {
    on("2026-04-08");
    visitedBefore(bureau, item);
    chain.ok(command(bureau, task, "prepare-pool"));
    JsonNode pool = poolPlan(bureau, task);
    // Twice the same item in the same year: A2 alone.
    assertThat(outOf(pool, "annual-cap")).isEqualTo(1);
    assertThat(texts(pool.at("/cap/clauses"))).containsExactly("ZB-12");
    // 64 × 3 % = 1.92.
    assertThat(quotas(pool)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
    // As a rule: it is let in, and who did it says why.
    letsIn(bureau, task, "企业 A2", "整改情况须当年复核，局长办公会 4 月 7 日");
    JsonNode frozen = chain.ok(command(bureau, task, "freeze-pool"));
    String draw = frozen.at("/draws/0/id").asString();
    refused(onDraw("officer", draw, "commit"), "drawing.witness-missing", "ZB-9");
    chain.revealAll(bureau, draw);
    chain.draw(bureau, draw, "draw", Map.of());
    assertThat(drawnByClass(bureau, task)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1, "D", 1));
    refused(onDraw("officer", draw, "close"), "drawing.record-incomplete", "ZB-9");
    chain.attach(bureau, draw, "photo", Chain.JPEG);
    chain.attach(bureau, draw, "record-sheet", Chain.PDF);
    chain.draw(bureau, draw, "close", Map.of());
    assertThat(todo(bureau, "regulation")).contains("acknowledge-draw-report");
    chain.ok(onDraw("regulation", draw, "acknowledge-report"));
    assertThat(todo(bureau, "regulation")).doesNotContain("acknowledge-draw-report");
    for (String again : List.of("prepare-pool", "freeze-pool")) {
      refused(command(bureau, task, again), "tasking.list-immutable", "ZB-9");
    }
    oneIsExempt(draw);
  }

  /** One of class A is on the exemption list: a substitute of class A is drawn. */
  private void oneIsExempt(String draw) throws Exception {
    String exempt = visitsOf(bureau, task).get(0);
    JsonNode asked =
        chain.ok(
            ask(
                bureau,
                "officer",
                visit(bureau, exempt),
                "drop-as-exempt",
                Map.of("statement", "列入 2026 年免检名单第 12 号")));
    chain.ok(
        decide(bureau, "principal", asked.get("changes").get(0), "approve", Map.of("note", "同意")));
    chain.draw(bureau, draw, "draw-round", Map.of());
    assertThat(drawnByClass(bureau, task)).isEqualTo(Map.of("A", 3, "B", 2, "C", 1, "D", 1));
    assertThat(text(visit(bureau, exempt), "state")).isEqualTo("dropped");
    visits = visitsOf(bureau, task).stream().filter(v -> !v.equals(exempt)).toList();
    assertThat(visits).hasSize(6);
  }

  @Clause({"ZB-7", "ZB-9", "ZB-11"})
  private void the_ninth_of_april_teams() throws Exception {
    on("2026-04-09");
    officer(bureau, "甲", "inspector");
    officer(bureau, "乙", "inspector2");
    UUID expired = chain.addInspector(bureau, "过期", "节能科", LocalDate.of(2026, 3, 31), null);
    officer(bureau, "丙");
    chain.drawTeams(bureau, task);
    for (String visit : visits) {
      assertThat(visit(bureau, visit).get("members")).hasSize(2);
      assertThat(visit(bureau, visit).toString()).doesNotContain(expired.toString());
    }

    on("2026-04-10");
    String first = visits.get(0);
    String leaving = memberOf(bureau, first);
    refused(
        isReplaced(first, leaving, "not-convenient", "不方便"), "tasking.reason-not-listed", "ZB-11");
    refused(isReplaced(first, leaving, "health", " "), "tasking.statement-missing", "ZB-11");
    refused(hasInterest(first, leaving, "designation"), "tasking.way-not-allowed", "ZB-11");
    redrawn(first, leaving, chain.ok(isReplaced(first, leaving, "health", "住院，附证明")));
    String second = visits.get(1);
    String related = memberOf(bureau, second);
    redrawn(second, related, chain.ok(hasInterest(second, related, "new-random-draw")));
    chain.ok(command(bureau, task, "dispatch"));
  }

  @Clause({"ZB-15", "ZB-17"})
  private void mid_april_visits() throws Exception {
    on("2026-04-13");
    chain.ok(says(bureau, visits.get(0), told("phone", "2026-04-13")));
    on("2026-04-14");
    String first = visits.get(0);
    takesPhoto(bureau, first);
    chain.ok(writes(bureau, first, "2026-04-14", refusesToSign("")));
    assertThat(missing(bureau, first, "ZB-15"))
        .containsExactlyInAnyOrder("拒签未注明情况", "拒签情况没有执法人员签字");
    chain.ok(writes(bureau, first, "2026-04-14", refusesToSign("负责人称无权签字")));
    assertThat(missing(bureau, first, "ZB-15")).containsExactly("拒签情况没有执法人员签字");
    chain.ok(chain.addEvidence(bureau, accountIn(bureau, first), first, "signature"));
    chain.ok(handsIn(bureau, first, true));
    enters(bureau, visits.get(1), "2026-04-14", true, by("testing"));
    enters(
        bureau, visits.get(2), "2026-04-14", true, found("problem-found-corrected", "一台电机属淘汰型号"));
    on("2026-04-20");
    String gone = visits.get(4);
    refused(
        writes(bureau, gone, "2026-04-20", direct("equipment-does-not-exist", "设备不在")),
        "fieldwork.direct-reason-not-listed",
        "ZB-17");
    refused(
        writes(bureau, gone, "2026-04-20", direct("closed-or-liquidating", "停业")),
        "fieldwork.evidence-first",
        "ZB-17");
    on("2026-04-21");
    takesPhoto(bureau, gone);
    chain.ok(writes(bureau, gone, "2026-04-21", direct("closed-or-liquidating", "停业清算公告")));
    assertThat(text(chain.ok(handsIn(bureau, gone, true)), "visitState")).isEqualTo("finished");
    enters(bureau, visits.get(5), "2026-04-21", true, nothingFound());
    // What was found in the fourth one on the 14th is entered last of all.
    on("2026-04-22");
    enters(bureau, visits.get(3), "2026-04-14", false, nothingFound());
    assertThat(text(chain.task(bureau, task), "state")).isEqualTo("ended");
  }

  @Clause({"ZB-15", "ZB-15.4", "ZB-16", "ZB-19"})
  private void april_report_and_publication() throws Exception {
    JsonNode report = report();
    // Five working days after 21 April.
    assertThat(text(report, "endedOn")).isEqualTo("2026-04-21");
    assertThat(report.at("/due/date").asString()).isEqualTo("2026-04-28");
    // Thirty working days after it for the dossiers: 7 in April, 19 in May, 4 in June.
    assertThat(dueOn(bureau, visits.get(0), "archive")).isEqualTo("2026-06-04");
    assertThat(kindsDue(bureau, visits.get(0))).doesNotContain("publication");
    refused(onReport("officer", "submit", Map.of()), "results.report-incomplete", "ZB-15.4");
    refused(onReport("head", "publish", Map.of()), "results.report-not-handed-in", "ZB-15");

    on("2026-04-28");
    assertThat(report().get("overdue").asBoolean()).isFalse();
    chain.ok(onReport("officer", "save", reportText()));
    JsonNode handedIn = chain.ok(onReport("officer", "submit", Map.of()));
    // Two working days after that; May begins with five days off.
    assertThat(handedIn.at("/publishDue/date").asString()).isEqualTo("2026-04-30");
    assertThat(dueOn(bureau, visits.get(0), "publication")).isEqualTo("2026-04-30");
    refused(onReport("head", "publish", Map.of()), "results.records-open", "ZB-15");
    for (String visit : visits) {
      approves(bureau, visit);
    }
    assertThat(publicResults()).as("accepted, and not public before the report is").isEmpty();
    on("2026-04-30");
    chain.ok(onReport("head", "publish", Map.of()));
    assertThat(publicResults()).hasSize(6);
    assertThat(isLate(bureau, visits.get(0), "publication")).isFalse();
    // Sixty working days after it: 19 in May, 21 in June, 20 in July.
    assertThat(publicResults()).allSatisfy(r -> assertThat(r).contains("2026-07-28"));
    assertThat(resultOf(bureau, visits.get(0)).at("/objectionUntil/date").asString())
        .isEqualTo("2026-07-28");
  }

  @Clause("ZB-16")
  private void after_publication() throws Exception {
    on("2026-05-25");
    JsonNode result = resultOf(bureau, visits.get(3));
    corrects(bureau, "head", result, "problem-found-corrected", "录入时选错结果")
        .andExpect(status().isForbidden());
    refused(
        corrects(bureau, "principal", result, "problem-found-corrected", " "),
        "results.correction-reason-missing",
        "ZB-16");
    chain.ok(corrects(bureau, "principal", result, "problem-found-corrected", "录入时选错结果"));
    assertThat(publicResults()).hasSize(7);
    refused(onReport("officer", "save", reportText()), "results.published-immutable", "ZB-16");
  }

  @Clause({"ZB-10", "ZB-12", "ZB-21", "ZB-22"})
  private void summer_beside_the_plan() throws Exception {
    on("2026-05-26");
    refused(open(bureau, outside("complaint", " ")), "tasking.ground-not-listed", "ZB-21");
    String first = drawnInJune("complaint", "12345 热线 2026-05-20 第 778 号");
    String second = drawnInJune("campaign-from-above", "鲁工信〔2026〕5号");
    assertThat(visitsOf(bureau, first)).hasSize(2).isEqualTo(visitsOf(bureau, second));

    tooFewOfficers(first);

    // What the principal said in January holds until 5 July.
    on("2026-07-05");
    chain.ok(opens(Map.of("lineId", line)));
    on("2026-07-06");
    refused(opens(Map.of("lineId", line)), "policy.profile-expired", "ZB-22");
    items.confirmRules(bureau);
    chain.ok(opens(Map.of("lineId", line)));
  }

  /** Two licences ended with May; only the third officer is left for the two visits. */
  private void tooFewOfficers(String inJune) throws Exception {
    on("2026-06-01");
    for (String officer : List.of("inspector", "inspector2")) {
      change(inspectorWith(officer), INSPECTOR.LICENCE_UNTIL, LocalDate.of(2026, 5, 31));
    }
    UUID near = chain.addInspector(bureau, "邻", "安全生产科", LICENCE, null);
    chain.drawTeams(bureau, inJune);
    refused(command(bureau, inJune, "dispatch"), "tasking.team-incomplete", "ZB-9");
    for (String visit : visitsOf(bureau, inJune)) {
      JsonNode asked =
          chain.ok(
              ask(
                  bureau,
                  "officer",
                  visit(bureau, visit),
                  "report-shortage",
                  Map.of("way", "designation", "statement", "本科室仅一名持证人员")));
      JsonNode change = asked.get("changes").get(0);
      refused(
          decide(bureau, "head", change, "approve", approving(near)),
          "tasking.decision-by-other",
          "ZB-10");
      JsonNode full = chain.ok(decide(bureau, "principal", change, "approve", approving(near)));
      assertThat(full.get("members")).hasSize(2);
    }
    chain.ok(command(bureau, inJune, "dispatch"));
  }
}
