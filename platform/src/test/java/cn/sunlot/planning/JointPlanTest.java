package cn.sunlot.planning;

import static cn.sunlot.planning.JointCityPlans.Maker.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.PlanDuties.Initiation;
import cn.sunlot.planning.Plans.PublishedPlan;
import cn.sunlot.planning.domain.JointLine;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.store.ProposalStore;
import cn.sunlot.planning.usecase.AdjustPlan;
import cn.sunlot.planning.usecase.ChangePlanDraft;
import cn.sunlot.planning.usecase.CreateJointPlan;
import cn.sunlot.planning.usecase.DiscardPlanDraft;
import cn.sunlot.planning.usecase.EnterPlanDecision;
import cn.sunlot.planning.usecase.KeepProposalsApart;
import cn.sunlot.planning.usecase.MergeProposals;
import cn.sunlot.planning.usecase.ReturnProposal;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.planning.usecase.TakeProposals;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The joint plan of a city: consolidated by the office, decided on, published, adjusted. */
@PlatformTest
class JointPlanTest {

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private PublishedItems items;
  @Autowired private SettableClock clock;
  @Autowired private ProposalStore proposals;
  @Autowired private PlanStore store;
  @Autowired private Plans plans;
  @Autowired private PlanDuties facts;
  @Autowired private MergeProposals merge;
  @Autowired private KeepProposalsApart keepApart;
  @Autowired private ReturnProposal sendBack;
  @Autowired private CreateJointPlan create;
  @Autowired private TakeProposals take;
  @Autowired private ChangePlanDraft change;
  @Autowired private SubmitPlan submit;
  @Autowired private EnterPlanDecision decide;
  @Autowired private AdjustPlan adjust;
  @Autowired private DiscardPlanDraft discard;
  @Autowired private Entries entries;

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

  private Proposal now(Proposal proposal) {
    return office(() -> proposals.get(proposal.id()));
  }

  @Test
  @Clause({"TZ-13", "TZ-14", "TZ-M6"})
  void agreed_proposals_become_the_lines_of_a_joint_plan_that_is_decided_on_and_published() {
    Proposal first = maker.agreed(city, "危化品经营", city.market());
    Proposal second = maker.agreed(city, "危险废物贮存", city.ecology());
    Plan draft = maker.plan(city, first, second);
    UUID line = first.line().id();
    assertThat(draft.current().lines()).extracting(Line::id).contains(line).hasSize(2);
    assertThat(now(first).state()).isEqualTo(ProposalState.TAKEN);
    Refused early = refusal(() -> lead.as("officer", () -> plans.getLine(line)));
    assertThat(early.problem()).isEqualTo(PlanningProblem.LINE_NOT_APPROVED);

    Plan published = maker.published(city, draft);

    var usable = lead.as("officer", () -> plans.getLine(line));
    assertThat(usable.arrangement().participants()).containsExactly(office.root().id());
    assertThat(usable.adHoc()).isNull();
    assertThat(published.current().trace().decision())
        .extracting(d -> d.by().name(), d -> d.on(), d -> d.documentNumber())
        .containsExactly("JOINT_CONFERENCE", LocalDate.of(2026, 1, 5), "示联席〔2026〕1号");
    List<PublishedPlan> shown = office(() -> plans.listPublished(published.id()));
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).kind()).isEqualTo("joint");
    assertThat(Objects.requireNonNull(shown.get(0).decision()).documentNumber())
        .isEqualTo("示联席〔2026〕1号");
    assertThat(entries.payloads(office, "plan-decided"))
        .singleElement()
        .asString()
        .contains("2026-01-05");
    assertThat(lead.as("officer", () -> facts.listInitiations(lead.authorityId(), 2026)))
        .extracting(Initiation::departmentId, Initiation::lead)
        .contains(
            tuple(lead.root().id(), true),
            tuple(office.root().id(), false),
            tuple(city.ecology().root().id(), false));
  }

  @Test
  @Clause("TZ-14")
  void nobody_but_the_office_makes_the_joint_plan_and_there_is_one_a_year() {
    Refused refused = refusal(() -> lead.as("conference", () -> create.run(2026, "联合计划")));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.NOT_THE_OFFICE);
    assertThat(refused.arguments()).contains("市市场监督管理局");
    office(() -> create.run(2026, "联合计划"));
    Refused second = refusal(() -> office(() -> create.run(2026, "又一份")));
    assertThat(second.problem()).isEqualTo(PlanningProblem.JOINT_PLAN_THERE);
    assertThat(second.clauses()).contains("TZ-13");
  }

  @Test
  @Clause("TZ-14")
  void what_its_participants_have_not_agreed_to_does_not_come_into_the_plan() {
    Proposal asked = maker.proposed(lead, maker.draft(city, "危化品经营", city.market()));
    Refused refused = refusal(() -> maker.plan(city, asked));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.PROPOSALS_NOT_TAKEN);
    assertThat(refused.wrongValues())
        .extracting(WrongValue::row, WrongValue::key)
        .containsExactly(tuple(1, "planning.field.proposal-not-agreed"));
  }

  @Test
  @Clause("TZ-14")
  void the_office_arranges_periods_and_numbers_but_neither_lines_nor_participants() {
    Plan draft = maker.plan(city, maker.agreed(city, "危化品经营", city.market()));
    Line line = draft.current().lines().get(0);
    String title = draft.current().title();
    Refused added =
        refusal(
            () ->
                office(
                    () ->
                        change.runJoint(
                            draft.id(),
                            seen(draft),
                            title,
                            List.of(line, city.line("另一项", city.market())))));
    assertThat(added.problem()).isEqualTo(PlanningProblem.LINE_WITHOUT_PROPOSAL);
    Line others = JointLine.with(line, List.of(city.ecology().root().id()), line.itemVersionIds());
    Refused changed =
        refusal(
            () -> office(() -> change.runJoint(draft.id(), seen(draft), title, List.of(others))));
    assertThat(changed.problem()).isEqualTo(PlanningProblem.PARTICIPANTS_AGREED);

    Line later = inPeriod(line, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 9, 30));
    Plan arranged = office(() -> change.runJoint(draft.id(), seen(draft), title, List.of(later)));

    assertThat(arranged.current().lines().get(0).period().from())
        .isEqualTo(LocalDate.of(2026, 5, 1));
  }

  private static Line inPeriod(Line line, LocalDate from, LocalDate to) {
    return new Line(
        line.id(),
        line.title(),
        line.category(),
        line.itemVersionIds(),
        line.filter(),
        line.rates(),
        line.timesPerYear(),
        new Line.Period(from, to),
        line.executingId(),
        line.body(),
        line.arrangement(),
        null);
  }

  @Test
  void a_line_that_the_draft_drops_can_be_taken_again() {
    Proposal first = maker.agreed(city, "危化品经营", city.market());
    Proposal second = maker.agreed(city, "危险废物贮存", city.ecology());
    Plan draft = maker.plan(city, first, second);
    List<Line> one =
        draft.current().lines().stream().filter(l -> l.id().equals(first.line().id())).toList();
    Plan changed =
        office(() -> change.runJoint(draft.id(), seen(draft), draft.current().title(), one));
    assertThat(now(second).state()).isEqualTo(ProposalState.AGREED);
    Plan again = office(() -> take.run(changed.id(), seen(changed), List.of(second.id())));
    assertThat(again.current().lines()).hasSize(2);
    Plan discarded = office(() -> discard.runJoint(again.id(), seen(again)));
    assertThat(now(first).state()).isEqualTo(ProposalState.AGREED);
    Plan anew = office(() -> adjust.runJoint(discarded.id(), seen(discarded), "重新汇总"));
    assertThat(anew.current().lines()).isEmpty();
  }

  @Test
  @Clause("TZ-M6")
  void two_that_inspect_the_same_are_merged_into_one_and_both_leads_are_in_it() {
    UUID ecologyItem = items.inForce(city.ecology(), "HB-01", Category.KEY, null).current().id();
    Proposal kept = maker.agreed(city, "危化品经营", city.market());
    Proposal drafted =
        maker.draft(
            city.ecology(), city.line(city.ecology(), "危化品企业环保", ecologyItem, city.market()), null);
    Proposal ended = maker.agreed(city.market(), maker.proposed(city.ecology(), drafted));

    Proposal merged =
        office(() -> merge.run(ended.id(), seen(ended), kept.id(), "对象相同，合并由应急管理局牵头"));

    assertThat(merged.state()).isEqualTo(ProposalState.MERGED);
    assertThat(merged.trace().mergedInto()).isEqualTo(kept.id());
    Proposal carried = now(kept);
    assertThat(carried.participants())
        .containsExactly(city.market().root().id(), city.ecology().root().id());
    assertThat(carried.line().itemVersionIds()).containsExactly(city.item(), ecologyItem);
    assertThat(city.ecology().as("officer", () -> proposals.get(ended.id())).trace().ended())
        .isEqualTo("对象相同，合并由应急管理局牵头");
    Plan plan = maker.decided(city, maker.plan(city, carried));
    assertThat(plan.current().lines()).hasSize(1);
    Refused twice =
        refusal(() -> office(() -> take.run(plan.id(), seen(plan), List.of(ended.id()))));
    assertThat(twice.problem()).isNotNull();
  }

  @Test
  @Clause("TZ-M6")
  void why_two_that_overlap_stay_two_is_written_down() {
    Proposal one = maker.agreed(city, "危化品经营", city.market());
    Proposal other = maker.agreed(city, "危化品使用", city.market());
    Refused silent =
        refusal(() -> office(() -> keepApart.run(one.id(), seen(one), other.id(), "")));
    assertThat(silent.problem()).isEqualTo(PlanningProblem.REASON_MISSING);
    office(() -> keepApart.run(one.id(), seen(one), other.id(), "检查方式不同，一项为书面"));
    for (Proposal proposal : List.of(one, other)) {
      assertThat(office(() -> proposals.listKeptApart(proposal.id())))
          .extracting(k -> k.reason())
          .containsExactly("检查方式不同，一项为书面");
    }
    assertThat(entries.payloads(office, "proposal-kept-apart")).hasSize(1);
  }

  @Test
  @Clause("TZ-M6")
  void the_office_returns_a_proposal_with_its_reason_and_nobody_else_does() {
    Proposal proposal = maker.agreed(city, "危化品经营", city.ecology());
    Refused refused =
        refusal(
            () ->
                city.ecology()
                    .as("principal", () -> sendBack.run(proposal.id(), seen(proposal), "不同意")));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.NOT_THE_OFFICE);
    Proposal returned = office(() -> sendBack.run(proposal.id(), seen(proposal), "请补充抽查比例依据"));
    assertThat(returned.state()).isEqualTo(ProposalState.DRAFT);
    assertThat(returned.trace().sentBack()).isEqualTo("请补充抽查比例依据");
  }

  @Test
  @Clause("TZ-14")
  void a_decision_has_its_document_and_is_not_dated_ahead() {
    Plan draft = maker.plan(city, maker.agreed(city, "危化品经营", city.market()));
    Plan submitted = office(() -> submit.runJoint(draft.id(), seen(draft)));
    Refused ahead =
        refusal(
            () ->
                office(
                    () ->
                        decide.run(
                            submitted.id(), seen(submitted), LocalDate.of(2026, 1, 6), "1号")));
    assertThat(ahead.problem()).isEqualTo(PlanningProblem.DECISION_IN_FUTURE);
    Refused empty =
        refusal(
            () ->
                office(
                    () ->
                        decide.run(
                            submitted.id(), seen(submitted), LocalDate.of(2026, 1, 5), " ")));
    assertThat(empty.wrongValues()).extracting(WrongValue::field).containsExactly("documentNumber");
  }
}
