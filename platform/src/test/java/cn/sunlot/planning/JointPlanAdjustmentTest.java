package cn.sunlot.planning;

import static cn.sunlot.planning.JointCityPlans.Maker.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Filing;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanComparison;
import cn.sunlot.planning.domain.PlanComparison.Change;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.store.FilingStore;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.usecase.AdjustPlan;
import cn.sunlot.planning.usecase.ChangePlanDraft;
import cn.sunlot.planning.usecase.CreateJointPlan;
import cn.sunlot.planning.usecase.EnterPlanDecision;
import cn.sunlot.planning.usecase.FilePlan;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.planning.usecase.TakeProposals;
import cn.sunlot.tasking.usecase.OpenTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The joint plan of a city is adjusted during the year, and counties make their own. */
@PlatformTest
class JointPlanAdjustmentTest {

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private JointCity.Maker conferences;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private PublishedItems items;
  @Autowired private SettableClock clock;
  @Autowired private PlanStore store;
  @Autowired private Plans plans;
  @Autowired private CreateJointPlan create;
  @Autowired private TakeProposals take;
  @Autowired private ChangePlanDraft change;
  @Autowired private SubmitPlan submit;
  @Autowired private EnterPlanDecision decide;
  @Autowired private PublishPlan publish;
  @Autowired private AdjustPlan adjust;
  @Autowired private FilePlan file;
  @Autowired private FilingStore filings;
  @Autowired private OpenTask open;

  private JointCityPlans city;
  private Bureau lead;
  private Bureau office;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2026, 1, 5));
    city = maker.make("taizhou");
    lead = city.emergency();
    office = city.market();
  }

  private static Refused refusal(Supplier<?> work) {
    return Objects.requireNonNull(catchThrowableOfType(Refused.class, work::get));
  }

  private <T> T office(Supplier<T> work) {
    return office.as("conference", work);
  }

  @Test
  @Clause({"TZ-13", "TZ-14"})
  void an_adjustment_goes_the_same_way_and_is_compared_line_by_line() {
    Proposal kept = maker.agreed(city, "危化品经营", city.market());
    Proposal dropped = maker.agreed(city, "危险废物贮存", city.ecology());
    Plan published = maker.published(city, maker.plan(city, kept, dropped));
    Proposal added = maker.agreed(city, "加油站", city.market());
    Plan draft = office(() -> adjust.runJoint(published.id(), seen(published), "上级部署，增加加油站"));
    Plan taken = office(() -> take.run(draft.id(), seen(draft), List.of(added.id())));
    List<Line> lines =
        taken.current().lines().stream()
            .filter(l -> !l.id().equals(dropped.line().id()))
            .map(l -> l.id().equals(kept.line().id()) ? lower(l) : l)
            .toList();
    Plan changed =
        office(() -> change.runJoint(taken.id(), seen(taken), taken.current().title(), lines));
    assertThat(lead.as("officer", () -> plans.getLine(dropped.line().id())).planState())
        .isEqualTo("published");

    Plan adjusted = maker.published(city, changed);

    List<PlanVersion> versions = office(() -> store.listVersions(adjusted.id()));
    PlanComparison compared = PlanComparison.of(versions.get(0), versions.get(1));
    assertThat(compared.lines())
        .extracting(PlanComparison.OfLine::change, PlanComparison.OfLine::fields)
        .containsExactlyInAnyOrder(
            tuple(Change.CHANGED, List.of("rates")),
            tuple(Change.ADDED, List.of()),
            tuple(Change.DROPPED, List.of()));
    Refused gone = refusal(() -> lead.as("officer", () -> plans.getLine(dropped.line().id())));
    assertThat(gone.problem()).isEqualTo(PlanningProblem.LINE_DROPPED);
  }

  private static Line lower(Line line) {
    return new Line(
        line.id(),
        line.title(),
        line.category(),
        line.itemVersionIds(),
        line.filter(),
        Rates.of(Map.of("A", 50)),
        line.timesPerYear(),
        line.period(),
        line.executingId(),
        line.body(),
        line.arrangement(),
        null);
  }

  @Test
  @Clause("TZ-13")
  void an_adjustment_does_not_take_the_ground_from_under_a_task() {
    Proposal proposal = maker.agreed(city, "危化品经营", city.market());
    Proposal other = maker.agreed(city, "危险废物贮存", city.ecology());
    Plan published = maker.published(city, maker.plan(city, proposal, other));
    UUID line = proposal.line().id();
    clock.set(LocalDate.of(2026, 4, 1));
    var task =
        lead.as(
            "officer",
            () ->
                open.run(
                    new OpenTask.FromLine(
                        line,
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 6, 30),
                        null,
                        "",
                        "",
                        null,
                        OpenTask.Company.AS_PLANNED)));
    Plan draft = office(() -> adjust.runJoint(published.id(), seen(published), "压减"));
    List<Line> without =
        draft.current().lines().stream().filter(l -> !l.id().equals(line)).toList();
    Plan dropping =
        office(() -> change.runJoint(draft.id(), seen(draft), draft.current().title(), without));
    Refused dropped = refusal(() -> office(() -> submit.runJoint(dropping.id(), seen(dropping))));
    assertThat(dropped.problem()).isEqualTo(PlanningProblem.TASKS_UNDER_WAY);
    assertThat(dropped.wrongValues())
        .extracting(WrongValue::key, w -> w.arguments().get(0))
        .containsExactly(tuple("planning.field.line-in-use", task.terms().number()));
  }

  @Test
  @Clause({"SX-4.1.1", "TZ-14", "TZ-13"})
  void a_county_makes_its_own_joint_plan_beside_that_of_the_city() {
    conferences.addConference(
        city.city(), cn.sunlot.City.COUNTY, "county-market", "county-emergency");
    Bureau countyOffice = bureaus.in(city.city(), "county-market");
    Bureau countyLead = bureaus.in(city.city(), "county-emergency");
    UUID item = items.inForce(countyLead, "QX-01", Category.KEY, null).current().id();
    Proposal drafted =
        maker.draft(countyLead, city.line(countyLead, "县级联合检查", item, countyOffice), null);
    Proposal agreed = maker.agreed(countyOffice, maker.proposed(countyLead, drafted));
    Plan cityPlan = maker.plan(city, maker.agreed(city, "危化品经营", city.market()));
    Refused other =
        refusal(() -> office(() -> take.run(cityPlan.id(), seen(cityPlan), List.of(agreed.id()))));
    assertThat(other.wrongValues())
        .extracting(WrongValue::key)
        .containsExactly("planning.field.proposal-of-other-plan");

    Plan county =
        countyOffice.as(
            "conference",
            () -> {
              Plan plan = create.run(2026, "张店区联合抽查计划");
              Plan taken = take.run(plan.id(), seen(plan), List.of(agreed.id()));
              Plan submitted = submit.runJoint(taken.id(), seen(taken));
              Plan decided =
                  decide.run(
                      submitted.id(), seen(submitted), LocalDate.of(2026, 1, 5), "张联席〔2026〕1号");
              return publish.runJoint(decided.id(), seen(decided));
            });

    assertThat(county.basis().region()).isEqualTo(cn.sunlot.City.COUNTY);
    Plan filed =
        countyOffice.as(
            "conference",
            () ->
                file.runJoint(
                    county.id(),
                    seen(county),
                    FiledWith.SUPERIOR_GOVERNMENT,
                    LocalDate.of(2026, 1, 5),
                    "张政〔2026〕4号"));
    assertThat(office(() -> filings.list(filed.id())))
        .extracting(Filing::with, Filing::reference)
        .containsExactly(tuple(FiledWith.SUPERIOR_GOVERNMENT, "张政〔2026〕4号"));
    assertThat(office(() -> store.get(county.id())).current().lines()).hasSize(1);
    Refused theirs =
        refusal(
            () ->
                office(() -> adjust.runJoint(filed.id(), new IfMatch(filed.version()), "市级代为调整")));
    assertThat(theirs.problem()).isEqualTo(PlanningProblem.OTHER_SECTION);
  }
}
