package cn.sunlot.planning;

import static cn.sunlot.planning.JointCityPlans.Maker.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.Refused;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanDuty;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.usecase.CreateJointPlan;
import cn.sunlot.planning.usecase.CreateProposal;
import cn.sunlot.planning.usecase.FilePlan;
import cn.sunlot.planning.usecase.ProposalContent;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same events under the five regulations: each has its approver, its days, its filing. */
@PlatformTest
class JointPlanByProfileTest {

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private PublishedItems items;
  @Autowired private SettableClock clock;
  @Autowired private Policies policies;
  @Autowired private FilePlan file;
  @Autowired private CreateProposal create;
  @Autowired private CreateJointPlan createPlan;
  @Autowired private SuperiorLists superiorLists;
  @Autowired private Api api;

  @BeforeEach
  void setDay() {
    clock.set(LocalDate.of(2026, 2, 10));
  }

  private static Refused refusal(Supplier<?> work) {
    return Objects.requireNonNull(catchThrowableOfType(Refused.class, work::get));
  }

  private Plan published(JointCityPlans city) {
    Proposal proposal = maker.agreed(city, "危化品经营", city.market());
    return maker.published(city, maker.plan(city, proposal));
  }

  private static String approver(Plan plan) {
    return Objects.requireNonNull(plan.current().trace().decision()).by().name();
  }

  private Profile profile(JointCityPlans city) {
    return city.market()
        .as(
            "officer",
            () -> policies.getProfile(city.market().authorityId(), LocalDate.of(2026, 2, 10)));
  }

  private Set<FiledWith> filed(JointCityPlans city, Plan plan) {
    return FiledWith.demanded(profile(city), plan).with();
  }

  private Plan file(JointCityPlans city, Plan plan, FiledWith with) {
    return city.market()
        .as(
            "conference",
            () ->
                file.runJoint(
                    plan.id(), seen(plan), with, LocalDate.of(2026, 2, 10), "示联席办〔2026〕2号"));
  }

  @Test
  @Clause({"TZ-M6", "TZ-14"})
  void taizhou_the_conference_decides_and_it_is_filed_with_government_and_superior() {
    JointCityPlans city = maker.make("taizhou");
    Plan plan = published(city);
    assertThat(approver(plan)).isEqualTo("JOINT_CONFERENCE");
    assertThat(filed(city, plan))
        .containsExactlyInAnyOrder(FiledWith.SAME_LEVEL_GOVERNMENT, FiledWith.SUPERIOR_DEPARTMENT);
    assertThat(profile(city).plan().value().publishBy(2026)).isEmpty();
    Plan once = file(city, plan, FiledWith.SAME_LEVEL_GOVERNMENT);
    Plan twice = file(city, once, FiledWith.SUPERIOR_DEPARTMENT);
    assertThat(twice.version()).isEqualTo(plan.version() + 2);
    Refused other = refusal(() -> file(city, twice, FiledWith.MARKET_SUPERVISION_BUREAU));
    assertThat(other.problem()).isEqualTo(PlanningProblem.FILING_NOT_ASKED);
    assertThat(other.clauses()).contains("TZ-M6");
  }

  @Test
  @Clause("PDS-7")
  void pingdingshan_what_comes_after_the_end_of_january_is_taken_and_shows_as_late()
      throws Exception {
    JointCityPlans city = maker.make("pingdingshan");
    Proposal proposal = maker.agreed(city, "危化品经营", city.market());
    api.read(city.market(), "conference", "/api/proposals/" + proposal.id())
        .andExpect(jsonPath("$.late").value(true))
        .andExpect(jsonPath("$.due").value("2026-01-31"));
    Plan plan = maker.published(city, maker.plan(city, proposal));
    assertThat(filed(city, plan)).isEmpty();
    api.read(city.market(), "conference", "/api/plans/" + plan.id())
        .andExpect(jsonPath("$.way.publishBy").value("2026-02-28"))
        .andExpect(jsonPath("$.way.late").value(false));
  }

  @Test
  @Clause("SX-4.1")
  void shaoxing_it_is_handed_to_the_lead_bureau_by_the_end_of_january() {
    JointCityPlans city = maker.make("shaoxing");
    assertThat(profile(city).plan().value().submitBy(2026)).contains(LocalDate.of(2026, 1, 31));
    Plan plan = published(city);
    assertThat(filed(city, plan)).isEmpty();
    assertThat(plan.current().trace().publishedAt()).isNotNull();
  }

  @Test
  @Clause("RS-2.4")
  void rushan_the_city_government_decides_and_departments_file_their_own_plans() throws Exception {
    clock.set(LocalDate.of(2026, 1, 10));
    JointCityPlans city = maker.make("rushan", superiorLists);
    Plan plan = published(city);
    assertThat(approver(plan)).isEqualTo("CITY_GOVERNMENT");
    assertThat(filed(city, plan)).isEmpty();
    assertThat(profile(city).plan().value().ownFileBy(2026)).contains(LocalDate.of(2026, 1, 31));
    assertThat(profile(city).plan().value().ownFileTo())
        .isNotNull()
        .extracting(Enum::name)
        .isEqualTo("MARKET_SUPERVISION_BUREAU");
  }

  @Test
  @Clause({"ZB-2", "ZB-8"})
  void zibo_one_bureau_has_no_joint_plan_and_inspects_by_its_own() {
    Bureau bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
    UUID item = items.inForce(bureau, "JN-01", Category.KEY, null).current().id();
    Refused proposed =
        refusal(
            () ->
                bureau.as(
                    "officer",
                    () ->
                        create.run(
                            bureau.person("officer").departmentId(),
                            2026,
                            null,
                            ProposalContent.of(
                                YearlyPlans.line(bureau, "节能监察", item, Map.of("A", 100)),
                                "重点用能",
                                null,
                                null))));
    assertThat(proposed.problem()).isEqualTo(PlanningProblem.NO_JOINT_PLAN);
    assertThat(proposed.clauses()).contains("ZB-4");
    Refused made = refusal(() -> bureau.as("conference", () -> createPlan.run(2026, "联合计划")));
    assertThat(made.problem()).isEqualTo(PlanningProblem.NO_JOINT_PLAN);
  }

  @Test
  void reminders_begin_four_weeks_before() {
    var duty =
        new PlanDuty(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "370300",
            2026,
            PlanDuty.Kind.PROPOSE,
            LocalDate.of(2026, 1, 31),
            null,
            null);
    assertThat(duty.isRemindedOf(LocalDate.of(2026, 1, 2))).isFalse();
    assertThat(duty.isRemindedOf(LocalDate.of(2026, 1, 3))).isTrue();
    assertThat(duty.isLate(LocalDate.of(2026, 1, 31))).isFalse();
    assertThat(duty.isLate(LocalDate.of(2026, 2, 1))).isTrue();
  }
}
