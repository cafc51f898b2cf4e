package cn.sunlot.planning;

import static cn.sunlot.planning.JointCityPlans.Maker.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.AdHocGround.Kind;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.store.ProposalStore;
import cn.sunlot.planning.usecase.ApprovePlan;
import cn.sunlot.planning.usecase.FilePlan;
import cn.sunlot.planning.usecase.OpenAdHocPlan;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Joint inspections beside the yearly plan. */
@PlatformTest
class AdHocPlanTest {

  private static final AdHocGround ORDER =
      new AdHocGround(Kind.SUPERIOR_ORDER, "省厅部署的专项行动", "豫市监〔2026〕8号", LocalDate.of(2026, 5, 6));

  private static final AdHocGround NEED =
      new AdHocGround(Kind.WHEN_NEEDED, "夏季高温，危化品风险上升", "", null);

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private ProposalStore proposals;
  @Autowired private PlanStore store;
  @Autowired private Plans plans;
  @Autowired private OpenAdHocPlan open;
  @Autowired private SubmitPlan submit;
  @Autowired private ApprovePlan approve;
  @Autowired private FilePlan file;
  @Autowired private PublishPlan publish;

  @BeforeEach
  void setDay() {
    clock.set(LocalDate.of(2026, 5, 8));
  }

  private static Refused refusal(Supplier<?> work) {
    return Objects.requireNonNull(catchThrowableOfType(Refused.class, work::get));
  }

  private Proposal agreed(JointCityPlans city, AdHocGround ground) {
    Bureau lead = city.emergency();
    Proposal draft = maker.draft(lead, city.line("高温期间危化品", city.market()), ground);
    return maker.agreed(city.market(), maker.proposed(lead, draft));
  }

  private Plan approved(JointCityPlans city, Proposal agreed) {
    Bureau lead = city.emergency();
    Plan submitted =
        lead.as(
            "officer",
            () -> {
              Proposal opened = open.run(agreed.id(), seen(agreed));
              Plan plan = store.get(Objects.requireNonNull(opened.trace().planId()));
              return submit.run(plan.id(), seen(plan));
            });
    return lead.as("principal", () -> approve.run(submitted.id(), seen(submitted)));
  }

  @Test
  @Clause("TZ-17")
  void one_that_is_needed_goes_the_same_way_is_recorded_published_and_usable() {
    JointCityPlans city = maker.make("taizhou");
    Proposal agreed = agreed(city, NEED);
    Plan approved = approved(city, agreed);
    assertThat(approved.kind()).isEqualTo(PlanKind.AD_HOC);
    UUID line = agreed.line().id();
    var usable = city.emergency().as("officer", () -> plans.getLine(line));
    assertThat(Objects.requireNonNull(usable.adHoc()).kind()).isEqualTo("when-needed");
    assertThat(usable.adHoc().text()).isEqualTo("夏季高温，危化品风险上升");
    Plan published =
        city.emergency().as("officer", () -> publish.run(approved.id(), seen(approved)));
    assertThat(city.market().as("officer", () -> plans.listPublished(published.id())))
        .extracting(Plans.PublishedPlan::kind)
        .containsExactly("ad-hoc");
  }

  @Test
  @Clause("PDS-8")
  void a_superiors_order_is_filed_with_the_office_before_anything_is_inspected_on_it() {
    JointCityPlans city = maker.make("pingdingshan");
    Bureau lead = city.emergency();
    Proposal agreed = agreed(city, ORDER);
    Plan approved = approved(city, agreed);
    UUID line = agreed.line().id();
    Refused early = refusal(() -> lead.as("officer", () -> plans.getLine(line)));
    assertThat(early.problem()).isEqualTo(PlanningProblem.NOT_FILED_YET);
    assertThat(early.clauses()).contains("PDS-8");

    Plan filed =
        lead.as(
            "officer",
            () ->
                file.run(
                    approved.id(),
                    seen(approved),
                    FiledWith.JOINT_CONFERENCE_OFFICE,
                    LocalDate.of(2026, 5, 8),
                    "应急函〔2026〕12号"));

    assertThat(lead.as("officer", () -> plans.getLine(line)).planNumber())
        .isEqualTo(filed.number());
    Refused twice =
        refusal(
            () ->
                lead.as(
                    "officer",
                    () ->
                        file.run(
                            filed.id(),
                            seen(filed),
                            FiledWith.JOINT_CONFERENCE_OFFICE,
                            LocalDate.of(2026, 5, 8),
                            "又一次")));
    assertThat(twice.problem()).isEqualTo(PlanningProblem.FILED_ALREADY);
  }

  @Test
  @Clause("PDS-8")
  void without_a_superiors_order_there_is_none_and_an_order_has_its_document() {
    JointCityPlans city = maker.make("pingdingshan");
    Refused refused = refusal(() -> agreed(city, NEED));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.GROUND_NOT_ALLOWED);
    assertThat(refused.clauses()).contains("PDS-8");
    Refused paperless =
        refusal(() -> agreed(city, new AdHocGround(Kind.SUPERIOR_ORDER, "电话通知", "", null)));
    assertThat(paperless.wrongValues())
        .extracting(WrongValue::field)
        .containsExactly("documentNumber");
  }

  @Test
  @Clause("SX-4.1")
  void all_inspections_go_through_the_plan_except_on_the_grounds_that_are_named() {
    JointCityPlans city = maker.make("shaoxing");
    Refused refused = refusal(() -> agreed(city, NEED));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.GROUND_NOT_ALLOWED);
    assertThat(refused.clauses()).contains("SX-4.1");
    Proposal demanded =
        agreed(
            city,
            new AdHocGround(Kind.SUPERIOR_DEMAND, "省厅要求", "浙市监〔2026〕3号", LocalDate.of(2026, 5, 6)));
    Proposal complaint = agreed(city, new AdHocGround(Kind.COMPLAINT, "集中投诉", "", null));
    for (Proposal one : java.util.List.of(demanded, complaint)) {
      assertThat(one.isAdHoc()).isTrue();
    }
  }

  @Test
  @Clause("TZ-17")
  void what_is_beside_the_plan_does_not_come_into_it() {
    JointCityPlans city = maker.make("taizhou");
    Proposal agreed = agreed(city, NEED);
    Refused refused = refusal(() -> maker.plan(city, agreed));
    assertThat(refused.wrongValues())
        .extracting(WrongValue::key)
        .containsExactly("planning.field.proposal-of-other-plan");
    assertThat(city.market().as("conference", () -> proposals.get(agreed.id())).state())
        .isEqualTo(agreed.state());
  }
}
