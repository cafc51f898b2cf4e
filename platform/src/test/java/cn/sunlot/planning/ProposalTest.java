package cn.sunlot.planning;

import static cn.sunlot.planning.JointCityPlans.Maker.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.Answer;
import cn.sunlot.planning.domain.AnswerState;
import cn.sunlot.planning.domain.JointLine;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.ProposalStore;
import cn.sunlot.planning.usecase.AnswerProposal;
import cn.sunlot.planning.usecase.CoordinateProposal;
import cn.sunlot.planning.usecase.SettleProposal;
import cn.sunlot.planning.usecase.WithdrawProposal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A joint inspection is proposed by its lead, and those who are asked answer. */
@PlatformTest
class ProposalTest {

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private ProposalStore store;
  @Autowired private AnswerProposal answer;
  @Autowired private SettleProposal settle;
  @Autowired private CoordinateProposal coordinate;
  @Autowired private WithdrawProposal withdraw;
  @Autowired private Entries entries;
  @Autowired private List<TodoSource> todos;

  private JointCityPlans city;
  private Bureau lead;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2026, 1, 5));
    city = maker.make("taizhou");
    lead = city.emergency();
  }

  private static Refused refusal(Supplier<?> work) {
    return Objects.requireNonNull(catchThrowableOfType(Refused.class, work::get));
  }

  private List<String> waiting(Bureau bureau, String who) {
    return bureau.as(
        who,
        () ->
            todos.stream()
                .flatMap(source -> source.todo(bureau.signedIn(who)).stream())
                .map(Todo::kind)
                .filter(kind -> kind.contains("proposal"))
                .toList());
  }

  @Test
  @Clause({"TZ-M6", "RS-2.4"})
  void participants_agree_with_items_of_their_own_and_it_reaches_the_office_once_all_did() {
    Proposal proposal =
        maker.proposed(lead, maker.draft(city, "危化品经营", city.market(), city.ecology()));
    assertThat(waiting(city.market(), "principal")).containsExactly("answer-proposal");
    assertThat(waiting(lead, "officer")).isEmpty();

    Proposal first =
        city.market()
            .as(
                "principal",
                () ->
                    answer.agree(
                        proposal.id(), seen(proposal), "一并检查计量器具", List.of(city.marketItem())));
    assertThat(first.state()).isEqualTo(ProposalState.PROPOSED);
    assertThat(first.answers())
        .extracting(Answer::state)
        .containsExactly(AnswerState.AGREED, AnswerState.AWAITED);
    assertThat(waiting(city.market(), "principal")).isEmpty();

    Proposal settled = maker.agreed(city.ecology(), first);

    assertThat(settled.state()).isEqualTo(ProposalState.AGREED);
    assertThat(settled.line().itemVersionIds()).containsExactly(city.item(), city.marketItem());
    assertThat(settled.trace().handedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(waiting(city.market(), "conference")).contains("consolidate-proposal");
    assertThat(entries.payloads(lead, "proposal-participant-agreed")).hasSize(2);
    assertThat(entries.payloads(lead, "proposal-settled")).hasSize(1);
  }

  @Test
  @Clause("RS-2.4")
  void who_declines_says_why_and_the_lead_goes_on_without_them() {
    Proposal proposal =
        maker.proposed(lead, maker.draft(city, "危化品经营", city.market(), city.ecology()));
    Refused silent =
        refusal(
            () ->
                city.ecology()
                    .as("principal", () -> answer.decline(proposal.id(), seen(proposal), " ")));
    assertThat(silent.problem()).isEqualTo(PlanningProblem.REASON_MISSING);
    Proposal declined =
        city.ecology()
            .as("principal", () -> answer.decline(proposal.id(), seen(proposal), "全年已安排专项检查，人员不足"));
    Proposal answered = maker.agreed(city.market(), declined);
    assertThat(answered.state()).isEqualTo(ProposalState.PROPOSED);

    Proposal settled = lead.as("officer", () -> settle.run(answered.id(), seen(answered)));

    assertThat(settled.state()).isEqualTo(ProposalState.AGREED);
    assertThat(JointLine.participants(settled.line())).containsExactly(city.market().root().id());
    assertThat(settled.answers())
        .extracting(Answer::state, Answer::remark)
        .containsExactly(
            tuple(AnswerState.AGREED, ""), tuple(AnswerState.DECLINED, "全年已安排专项检查，人员不足"));
  }

  @Test
  @Clause("RS-2.4")
  void the_asking_does_not_end_while_an_answer_may_come_and_ends_after_the_last_day() {
    Proposal proposal =
        maker.proposed(lead, maker.draft(city, "危化品经营", city.market(), city.ecology()));
    Proposal half = maker.agreed(city.market(), proposal);
    Refused early = refusal(() -> lead.as("officer", () -> settle.run(half.id(), seen(half))));
    assertThat(early.problem()).isEqualTo(PlanningProblem.ANSWERS_AWAITED);
    assertThat(early.arguments()).contains("市生态环境局", "2026-01-15");
    clock.set(LocalDate.of(2026, 1, 16));
    assertThat(waiting(lead, "officer")).containsExactly("settle-proposal");
    Proposal settled = lead.as("officer", () -> settle.run(half.id(), seen(half)));
    assertThat(settled.state()).isEqualTo(ProposalState.AGREED);
    assertThat(JointLine.participants(settled.line())).hasSize(1);
  }

  @Test
  @Clause("RS-2.4")
  void nothing_is_joint_where_nobody_agreed() {
    Proposal proposal = maker.proposed(lead, maker.draft(city, "危化品经营", city.market()));
    Proposal declined =
        city.market()
            .as("principal", () -> answer.decline(proposal.id(), seen(proposal), "不在职责范围"));
    Refused refused =
        refusal(() -> lead.as("officer", () -> settle.run(declined.id(), seen(declined))));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.NOBODY_AGREED);
  }

  @Test
  @Clause("RS-2.4")
  void few_agree_directly_and_with_many_the_office_coordinates() {
    Proposal few = maker.proposed(lead, maker.draft(city, "危化品经营", city.market()));
    assertThat(few.asking().byOffice()).isFalse();
    Refused refused =
        refusal(
            () ->
                city.market()
                    .as(
                        "conference",
                        () ->
                            coordinate.run(
                                few.id(),
                                seen(few),
                                city.market().root().id(),
                                true,
                                "协调会商定",
                                List.of())));
    assertThat(refused.problem()).isEqualTo(PlanningProblem.NOT_FOR_THIS_PROPOSAL);

    Proposal many =
        maker.proposed(
            lead, maker.byOffice(city, maker.draft(city, "危化品运输", city.market(), city.ecology())));
    Proposal coordinated =
        city.market()
            .as(
                "conference",
                () ->
                    coordinate.run(
                        many.id(),
                        seen(many),
                        city.ecology().root().id(),
                        true,
                        "1 月 6 日协调会商定由生态环境局参加",
                        List.of()));
    assertThat(coordinated.answers())
        .extracting(Answer::state, Answer::coordinated)
        .containsExactly(tuple(AnswerState.AWAITED, false), tuple(AnswerState.AGREED, true));
    assertThat(entries.payloads(lead, "proposal-coordinated")).hasSize(1);
  }

  @Test
  @Clause({"TZ-M6", "RS-2.4"})
  void only_who_was_asked_answers_and_sees_it() {
    Proposal draft = maker.draft(city, "危化品经营", city.market());
    for (Bureau other : List.of(city.market(), city.ecology())) {
      Refused hidden = refusal(() -> other.as("principal", () -> store.get(draft.id())));
      assertThat(hidden.problem()).as(other.root().name()).isEqualTo(KernelProblem.NOT_FOUND);
    }
    Proposal proposal = maker.proposed(lead, draft);
    assertThat(city.market().as("officer", () -> store.get(proposal.id())).id())
        .isEqualTo(proposal.id());
    Refused hidden =
        refusal(
            () ->
                city.ecology()
                    .as(
                        "principal",
                        () -> answer.agree(proposal.id(), seen(proposal), "", List.of())));
    assertThat(hidden.problem()).isEqualTo(KernelProblem.NOT_FOUND);
    Refused ownLead =
        refusal(
            () ->
                lead.as(
                    "principal", () -> answer.agree(proposal.id(), seen(proposal), "", List.of())));
    assertThat(ownLead.problem()).isEqualTo(PlanningProblem.NOT_ASKED);
  }

  @Test
  @Clause("TZ-M6")
  void a_participant_brings_items_of_its_own_and_no_others() {
    Proposal proposal = maker.proposed(lead, maker.draft(city, "危化品经营", city.ecology()));
    Refused refused =
        refusal(
            () ->
                city.ecology()
                    .as(
                        "principal",
                        () ->
                            answer.agree(
                                proposal.id(), seen(proposal), "", List.of(city.marketItem()))));
    assertThat(refused.wrongValues())
        .extracting(WrongValue::key)
        .containsExactly("planning.field.item-not-own");
  }

  @Test
  @Clause("TZ-M6")
  void a_joint_inspection_has_a_participant_of_the_same_level() {
    Refused alone = refusal(() -> maker.draft(city, "危化品经营"));
    assertThat(alone.wrongValues())
        .extracting(WrongValue::key)
        .containsExactly("planning.field.participants-missing");
    assertThat(alone.clauses()).contains("TZ-M6");
  }

  @Test
  void what_was_withdrawn_asks_nobody_any_more() {
    Proposal proposal = maker.proposed(lead, maker.draft(city, "危化品经营", city.market()));
    Proposal withdrawn =
        lead.as("officer", () -> withdraw.run(proposal.id(), seen(proposal), "上级另有安排"));
    assertThat(withdrawn.state()).isEqualTo(ProposalState.WITHDRAWN);
    assertThat(waiting(city.market(), "principal")).isEmpty();
    Refused late =
        refusal(
            () ->
                city.market()
                    .as(
                        "principal",
                        () -> answer.agree(withdrawn.id(), seen(withdrawn), "", List.of())));
    assertThat(late.problem()).isEqualTo(KernelProblem.COMMAND_NOT_ALLOWED);
  }
}
