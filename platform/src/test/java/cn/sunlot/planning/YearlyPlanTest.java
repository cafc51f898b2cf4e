package cn.sunlot.planning;

import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static cn.sunlot.planning.YearlyPlans.line;
import static cn.sunlot.planning.YearlyPlans.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.usecase.RetireItem;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.usecase.AdjustPlan;
import cn.sunlot.planning.usecase.ApprovePlan;
import cn.sunlot.planning.usecase.ChangePlanDraft;
import cn.sunlot.planning.usecase.CreatePlan;
import cn.sunlot.planning.usecase.DiscardPlanDraft;
import cn.sunlot.planning.usecase.SendBackPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@RecordApplicationEvents
class YearlyPlanTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private YearlyPlans yearly;
  @Autowired private Plans plans;
  @Autowired private PlanStore store;
  @Autowired private CreatePlan create;
  @Autowired private ChangePlanDraft changeDraft;
  @Autowired private SubmitPlan submit;
  @Autowired private ApprovePlan approve;
  @Autowired private SendBackPlan sendBack;
  @Autowired private AdjustPlan adjust;
  @Autowired private DiscardPlanDraft discard;
  @Autowired private RetireItem retire;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ApplicationEvents events;

  private Bureau bureau;
  private UUID general;
  private Item generalItem;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
    generalItem = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
    general = generalItem.current().id();
  }

  private <T> T officer(Supplier<T> work) {
    return bureau.as("officer", work);
  }

  private static Refused refusal(Runnable work) {
    return Objects.requireNonNull(catchThrowableOfType(Refused.class, work::run));
  }

  private Line energy(int bp) {
    return line(bureau, "重点用能单位节能监察", general, Map.of("A", 100, "D", bp));
  }

  private static UUID firstLine(Plan plan) {
    return plan.current().lines().get(0).id();
  }

  private List<String> entries(String number) {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s ->
                        database
                            .select(ENTRY.TYPE)
                            .from(ENTRY)
                            .where(
                                ENTRY
                                    .REF
                                    .eq(number)
                                    .and(ENTRY.ORG.eq(bureau.authorityId().toString())))
                            .orderBy(ENTRY.ID)
                            .fetch(ENTRY.TYPE))));
  }

  @Test
  @Clause({"ZB-2", "ZB-8"})
  void a_line_can_be_used_once_the_principal_approved_its_plan_and_not_before() {
    Plan draft = yearly.draft(bureau, energy(500));
    UUID line = firstLine(draft);
    assertThat(draft.number()).isEqualTo("P-2026-0001");
    for (Plan plan : List.of(draft, yearly.submitted(bureau, draft))) {
      Refused refused = refusal(() -> officer(() -> plans.getLine(line)));
      assertThat(refused.problem()).isEqualTo(PlanningProblem.LINE_NOT_APPROVED);
      assertThat(refused.clauses()).contains("ZB-2");
      assertThat(refused.arguments()).contains("P-2026-0001");
      assertThat(officer(() -> plans.findLine(line))).isEmpty();
      assertThat(plan.current().state().isBinding()).isFalse();
    }
    Plan back =
        bureau.as(
            "principal", () -> sendBack.run(draft.id(), new IfMatch(draft.version() + 1), "请补充依据"));

    Plan approved = yearly.approved(bureau, back);

    PlanLine usable = officer(() -> plans.getLine(line));
    assertThat(usable.planNumber()).isEqualTo("P-2026-0001");
    assertThat(usable.planState()).isEqualTo("approved");
    assertThat(usable.ratesBp()).isEqualTo(Map.of("A", 100, "D", 500));
    assertThat(usable.itemVersionIds()).containsExactly(general);
    assertThat(usable.filter().kinds()).containsExactly("enterprise");
    assertThat(usable.departmentId()).isEqualTo(bureau.person("officer").departmentId());
    assertThat(entries(approved.number()))
        .containsExactly(
            "plan-drafted",
            "plan-draft-changed",
            "plan-submitted",
            "plan-sent-back",
            "plan-submitted",
            "plan-approved");
    assertThat(events.stream(PlanApproved.class)).containsExactly(new PlanApproved(draft.id()));
  }

  @Test
  @Clause({"ZB-5", "TZ-8"})
  void a_ratio_over_the_cap_of_a_general_item_is_refused_with_item_cap_and_clause() {
    Refused refused = refusal(() -> yearly.draft(bureau, energy(500), energy(600)));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.RATIO_OVER_CAP);
    assertThat(refused.clauses()).contains("ZB-5");
    assertThat(refused.arguments()).contains("JN-01 事项 JN-01", "5%", "6%", "D");
    assertThat(refused.wrongValues())
        .extracting(WrongValue::row, WrongValue::field, WrongValue::value)
        .containsExactly(tuple(2, "ratesBp", "6%"));
  }

  @Test
  @Clause({"ZB-5", "TZ-8"})
  void a_key_item_may_be_planned_at_any_ratio() {
    UUID key = items.inForce(bureau, "AQ-01", Category.KEY, null).current().id();
    Plan draft = yearly.draft(bureau, line(bureau, "安全生产检查", key, Map.of("A", 10_000)));
    assertThat(draft.current().lines()).hasSize(1);
  }

  @Test
  @Clause("ZB-8")
  void the_figures_on_which_the_approval_rests_are_kept_when_the_registry_changes() {
    yearly.addTargets(bureau, "A", 101);
    yearly.addTargets(bureau, "D", 10);
    Plan submitted = yearly.submitted(bureau, yearly.draft(bureau, energy(500)));
    yearly.addTargets(bureau, "A", 200);
    Plan loaded = officer(() -> store.get(submitted.id()));
    // 1 % of 101 is 2, 5 % of 10 is 1: each class rounded up.
    assertThat(loaded.current().lines().get(0).planned()).isEqualTo(new Planned(111, 3));
  }

  @Test
  void a_plan_without_lines_is_not_submitted() {
    Plan plan = officer(() -> create.run(bureau.person("officer").departmentId(), 2026, "空计划"));
    Refused refused = refusal(() -> yearly.submitted(bureau, plan));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.PLAN_EMPTY);
    assertThat(refused.clauses()).contains("ZB-2");
  }

  @Test
  void an_item_that_left_the_list_in_the_meantime_stops_the_approval() {
    Plan submitted = yearly.submitted(bureau, yearly.draft(bureau, energy(500)));
    officer(() -> retire.run(generalItem.id(), new IfMatch(generalItem.version()), "依据已废止", null));
    clock.set(LocalDate.of(2026, 3, 3));
    Refused refused = refusal(() -> bureau.as("principal", () -> approveAgain(submitted)));
    assertThat(refused.problem()).isEqualTo(KernelProblem.VALUES_WRONG);
    assertThat(refused.wrongValues())
        .extracting(WrongValue::key)
        .containsExactly("planning.field.item-not-in-force");
  }

  private Plan approveAgain(Plan plan) {
    return approve.run(plan.id(), seen(plan));
  }

  @Test
  @Clause({"TZ-13", "ZB-2"})
  void an_adjustment_binds_once_approved_and_the_earlier_version_stays_readable() {
    Plan published = yearly.published(bureau, yearly.draft(bureau, energy(500), energy(200)));
    UUID kept = published.current().lines().get(0).id();
    UUID dropped = published.current().lines().get(1).id();
    Plan drafted = officer(() -> adjust.run(published.id(), seen(published), "上级部署，压减检查频次"));
    Line lower = withRates(drafted.current().lines().get(0), Map.of("A", 50));
    Plan changed =
        officer(
            () ->
                changeDraft.run(
                    drafted.id(), seen(drafted), drafted.current().title(), List.of(lower)));
    assertThat(officer(() -> plans.getLine(kept)).ratesBp()).containsEntry("D", 500);
    assertThat(officer(() -> plans.getLine(dropped)).planState()).isEqualTo("published");

    Plan adjusted = yearly.approved(bureau, changed);

    assertThat(officer(() -> plans.getLine(kept)).ratesBp()).isEqualTo(Map.of("A", 50));
    Refused refused = refusal(() -> officer(() -> plans.getLine(dropped)));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.LINE_DROPPED);
    assertThat(refused.clauses()).contains("ZB-2");
    assertThat(officer(() -> plans.findLine(dropped)).orElseThrow().ratesBp())
        .containsEntry("D", 200);
    List<PlanVersion> versions = officer(() -> store.listVersions(adjusted.id()));
    assertThat(versions)
        .extracting(PlanVersion::number, PlanVersion::state, PlanVersion::reason)
        .containsExactly(
            tuple(1, PlanState.PUBLISHED, ""), tuple(2, PlanState.APPROVED, "上级部署，压减检查频次"));
    assertThat(versions.get(0).lines()).extracting(Line::id).containsExactly(kept, dropped);
    assertThat(events.stream(PlanPublished.class)).hasSize(1);
  }

  private static Line withRates(Line line, Map<String, Integer> bp) {
    return new Line(
        line.id(),
        line.title(),
        line.category(),
        line.itemVersionIds(),
        line.filter(),
        Rates.of(bp),
        line.timesPerYear(),
        line.period(),
        line.executingId(),
        line.body(),
        null);
  }

  @Test
  void a_discarded_adjustment_leaves_the_published_version_as_it_was() {
    Plan published = yearly.published(bureau, yearly.draft(bureau, energy(500)));
    Plan drafted = officer(() -> adjust.run(published.id(), seen(published), "误操作"));
    Plan back = officer(() -> discard.run(drafted.id(), seen(drafted)));
    assertThat(back.current().number()).isEqualTo(1);
    assertThat(officer(() -> plans.getLine(firstLine(published))).planState())
        .isEqualTo("published");
  }

  @Test
  void the_id_of_another_plans_line_is_not_taken_over() {
    Plan first = yearly.published(bureau, yearly.draft(bureau, energy(500)));
    Line foreign = first.current().lines().get(0);
    Plan second = yearly.draft(bureau, foreign, foreign);
    assertThat(second.number()).isEqualTo("P-2026-0002");
    assertThat(second.current().lines())
        .extracting(Line::id)
        .doesNotContain(foreign.id())
        .doesNotHaveDuplicates();
  }

  @Test
  void the_principal_is_told_what_to_approve_and_the_section_what_to_publish() {
    Plan draft = yearly.draft(bureau, energy(500));
    Plan submitted = yearly.submitted(bureau, draft);
    assertThat(bureau.as("principal", () -> plans.todo(bureau.signedIn("principal"))))
        .extracting(Todo::kind, Todo::ref, Todo::link)
        .containsExactly(tuple("approve-plan", "P-2026-0001", "/plans/" + draft.id()));
    assertThat(officer(() -> plans.todo(bureau.signedIn("officer")))).isEmpty();
    bureau.as("principal", () -> approveAgain(submitted));
    assertThat(officer(() -> plans.todo(bureau.signedIn("officer"))))
        .extracting(Todo::kind)
        .containsExactly("publish-plan");
    assertThat(bureau.as("officer2", () -> plans.todo(bureau.signedIn("officer2")))).isEmpty();
  }

  @Test
  void another_section_reads_the_plan_but_is_refused_when_it_changes_it() {
    Plan draft = yearly.draft(bureau, energy(500));
    assertThat(bureau.as("officer2", () -> store.get(draft.id())).number())
        .isEqualTo(draft.number());
    Refused refused =
        refusal(() -> bureau.as("officer2", () -> submit.run(draft.id(), seen(draft))));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.OTHER_SECTION);
    assertThat(refused.arguments()).containsExactly("P-2026-0001", "节能科");
  }
}
