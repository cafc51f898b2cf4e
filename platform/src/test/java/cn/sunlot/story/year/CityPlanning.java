package cn.sunlot.story.year;

import static cn.sunlot.planning.JointCityPlans.Maker.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.planning.JointCityPlans;
import cn.sunlot.planning.PlanDuties;
import cn.sunlot.planning.PlanDuties.Duty;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.usecase.AdjustPlan;
import cn.sunlot.planning.usecase.AnswerProposal;
import cn.sunlot.planning.usecase.ChangePlanDraft;
import cn.sunlot.planning.usecase.FilePlan;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SettleProposal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A city in which market supervision leads a joint inspection of businesses that trade in dangerous
 * chemicals, emergency management takes part with an item of its own, and ecology does not: its
 * lists and its plan.
 */
@SuppressWarnings("NullAway.Init") // The year fills its fields as it goes.
abstract class CityPlanning extends Year {

  @Autowired protected JointCityPlans.Maker maker;
  @Autowired protected PlanDuties duties;
  @Autowired private AnswerProposal answer;
  @Autowired private SettleProposal settle;
  @Autowired private PublishPlan publish;
  @Autowired private FilePlan file;
  @Autowired private AdjustPlan adjust;
  @Autowired private ChangePlanDraft change;
  @Autowired private List<RecurringWork> works;

  protected JointCityPlans where;
  protected Bureau ecology;
  protected Proposal proposal;
  protected Plan plan;

  /** The line of the proposal, of which the task is made. */
  protected UUID line;

  /** The ratios of the plan, in basis points of each class. */
  Map<String, Integer> rates() {
    // 65 × 3 % = 1.95, 25 × 5 % = 1.25, 8 × 12.5 % = 1, 2 × 50 % = 1; parts count as a whole: 2 +
    // 2 + 1 + 1 = 6 of 100.
    return Map.of("A", 300, "B", 500, "C", 1250, "D", 5000);
  }

  JointCityPlans.Maker.Superior superior() {
    return (bureau, codes) -> {};
  }

  @Override
  void begin() {
    on("2025-12-20");
    where = maker.make(profile, superior());
    city = where.city();
    market = where.market();
    emergency = where.emergency();
    ecology = where.ecology();
    marketItem = where.marketItem().toString();
    emergencyItem = where.item().toString();
  }

  /** The platform looks, as it does every six hours, what departments owe. */
  final List<Duty> dutiesOf(Bureau of) {
    works.stream()
        .filter(w -> w.name().equals("open-plan-duties"))
        .forEach(w -> SystemWork.run(w::run));
    return of.as("officer", () -> duties.listDuties(of.authorityId(), 2026)).stream()
        .filter(d -> d.departmentId().equals(of.root().id()))
        .toList();
  }

  // Lists

  /**
   * A joint item: emergency management proposes it, the office of the joint conference consolidates
   * it, enters who decided, and publishes it in a batch; its lead alone does not.
   *
   * @param clause by which the lead does not approve it alone
   * @return as everybody reads it
   */
  final JsonNode jointItem(String clause) throws Exception {
    JointCity joint = new JointCity(city, market, emergency);
    Item proposed = conferences.submitted(joint, "LH-01");
    refused(
        chain
            .api()
            .send(
                emergency,
                "principal",
                "/api/items/" + proposed.id() + "/approve",
                proposed.version(),
                null),
        "catalog.joint-item",
        clause);
    Item decided = conferences.decided(joint, "LH-02");
    chain
        .api()
        .send(
            market,
            "conference",
            "/api/item-batches",
            null,
            Map.of(
                "name",
                "2026年第一批",
                "items",
                List.of(Map.of("id", decided.id(), "version", decided.version()))))
        .andExpect(status().isCreated());
    return chain.ok(chain.api().read(emergency, "officer", "/api/items/" + decided.id()));
  }

  /** A general item of market supervision that says nothing of how many may be inspected. */
  final Item generalItemWithoutCap() {
    return items.submitted(
        market,
        items.draft(market, "SC-09", PublishedItems.content("一般事项", Category.GENERAL, null)));
  }

  // Proposals and plan

  /** From 5 to 12 January: emergency management agrees, ecology does not, and the lead goes on. */
  final void marketSupervisionProposes() {
    on("2026-01-05");
    var content =
        where.line(market, "危险化学品经营企业联合检查", where.marketItem(), rates(), emergency, ecology);
    Proposal asked = maker.proposed(market, maker.draft(market, content, null));
    on("2026-01-08");
    Proposal joined =
        emergency.as(
            "principal",
            () -> answer.agree(asked.id(), seen(asked), "一并检查安全管理", List.of(where.item())));
    on("2026-01-09");
    Proposal answered =
        ecology.as("principal", () -> answer.decline(joined.id(), seen(joined), "全年已安排专项检查"));
    on("2026-01-12");
    proposal = market.as("officer", () -> settle.run(answered.id(), seen(answered)));
    line = proposal.line().id();
  }

  /** On 3 February emergency management comes with filling stations; market supervision agrees. */
  final Proposal emergencyManagementProposesInFebruary() {
    on("2026-02-03");
    return maker.agreed(where, "加油站联合检查", market);
  }

  /** Whether a proposal shows as late, and after which day; "" where there is none. */
  final String lateAfter(Proposal of) throws Exception {
    JsonNode page = chain.ok(chain.api().read(market, "conference", "/api/proposals/" + of.id()));
    return page.get("late").asBoolean() ? text(page, "due") : "";
  }

  final void planIsDecided(Proposal... proposals) {
    on("2026-02-10");
    plan = maker.decided(where, maker.plan(where, proposals));
  }

  final void planIsPublished() {
    on("2026-02-26");
    plan = market.as("conference", () -> publish.runJoint(plan.id(), seen(plan)));
  }

  /** The plan without its other lines, decided on and published like the first one. */
  final void adjusts(String reason) {
    Plan draft = market.as("conference", () -> adjust.runJoint(plan.id(), seen(plan), reason));
    var kept = draft.current().lines().stream().filter(l -> l.id().equals(line)).toList();
    Plan changed =
        market.as(
            "conference",
            () -> change.runJoint(draft.id(), seen(draft), draft.current().title(), kept));
    plan = maker.published(where, changed);
  }

  final Plan files(FiledWith with, String reference) {
    return market.as(
        "conference", () -> file.runJoint(plan.id(), seen(plan), with, today(), reference));
  }

  final JsonNode planPage() throws Exception {
    return chain.ok(chain.api().read(market, "conference", "/api/plans/" + plan.id()));
  }

  /** What the plan says of its line: how many there are and how many will be inspected. */
  final JsonNode coverage() throws Exception {
    return planPage()
        .at("/current/lines")
        .valueStream()
        .filter(l -> text(l, "id").equals(line.toString()))
        .findFirst()
        .orElseThrow()
        .get("coverage");
  }

  final void assertSixOfAHundred() throws Exception {
    assertThat(coverage().get("pool").asInt()).isEqualTo(100);
    assertThat(coverage().get("expected").asInt()).isEqualTo(6);
  }
}
