package cn.sunlot.planning.web;

import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.AnswerState;
import cn.sunlot.planning.domain.PlanDuty;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.web.PlanResponses.AdHocView;
import cn.sunlot.planning.web.PlanResponses.ItemRef;
import cn.sunlot.planning.web.PlanResponses.LineView;
import cn.sunlot.planning.web.PlanResponses.PlanRow;
import cn.sunlot.planning.web.PlanResponses.RegionRef;
import cn.sunlot.policy.JointApprover;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients are told about proposals of joint inspections. */
final class ProposalResponses {

  private ProposalResponses() {}

  /**
   * A row of the list.
   *
   * @param agreed how many participants agreed
   * @param handedOn day on which it reached the office
   * @param late whether that was after the day until which it had to (PDS-7)
   * @param besidePlan whether it is an inspection beside the yearly plan
   */
  record ProposalRow(
      UUID id,
      String number,
      int year,
      String title,
      @OneOf(ProposalState.class) String state,
      NamedId lead,
      List<NamedId> participants,
      int agreed,
      int awaited,
      int declined,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate answersUntil,
      @Nullable LocalDate handedOn,
      boolean late,
      boolean besidePlan,
      Instant changedAt) {}

  /**
   * A proposal.
   *
   * @param version for {@code If-Match}
   * @param section that drafts it
   * @param office of the joint conference that it goes to, or null where none is named
   * @param byOffice whether the office coordinates with the participants
   * @param due last day on which it reaches the office, or null where none is set
   * @param ended why it was withdrawn, or what was noted when it was merged
   * @param mergedInto the proposal that carries it on
   * @param merged those that this one carries on
   * @param plan it stands in
   */
  record ProposalDetail(
      UUID id,
      String number,
      int year,
      int version,
      @OneOf(ProposalState.class) String state,
      RegionRef region,
      NamedId section,
      NamedId lead,
      @Nullable NamedId office,
      LineView line,
      String focus,
      @Nullable LocalDate answersUntil,
      boolean byOffice,
      List<AnswerView> answers,
      @Nullable AdHocView adHoc,
      NamedId draftedBy,
      @Nullable Instant proposedAt,
      @Nullable LocalDate handedOn,
      @Nullable LocalDate due,
      boolean late,
      @Nullable String sentBack,
      @Nullable String ended,
      @Nullable OtherProposal mergedInto,
      List<OtherProposal> merged,
      List<KeptApartView> keptApart,
      @Nullable PlanLink plan,
      List<String> allowedCommands) {}

  /** What a participant said. */
  record AnswerView(
      NamedId department,
      @OneOf(AnswerState.class) String state,
      String remark,
      List<ItemRef> items,
      boolean coordinated,
      @Nullable NamedId by,
      @Nullable Instant at) {}

  record OtherProposal(UUID id, String number, String title, NamedId lead, @Nullable String note) {}

  /** Why it stays apart from another one that it overlaps with. */
  record KeptApartView(OtherProposal other, String reason, NamedId by, Instant at) {}

  record PlanLink(UUID id, String number, String title) {}

  /**
   * What to know before a joint inspection is proposed.
   *
   * @param possible false for one bureau alone, which has no joint conference
   * @param office that it goes to
   * @param participants who may take part
   * @param few up to so many agree among themselves
   * @param due last day for the plan of the year
   * @param grounds of inspections beside the plan that the rules know
   */
  record ProposalRulesView(
      boolean possible,
      @Nullable NamedId lead,
      @Nullable NamedId office,
      List<NamedId> sections,
      List<NamedId> participants,
      int few,
      @Nullable LocalDate due,
      @OneOf(AdHocGround.Kind.class) List<String> grounds,
      List<String> clauses) {}

  /**
   * A year of joint planning in a city or county.
   *
   * @param acting whether the reader acts for the office
   * @param plan the joint plan, once it is begun
   * @param decidedBy who decides on it by the rules in force
   * @param proposals of the plan
   * @param besidePlan inspections beside the plan
   * @param answers what each member of the joint conference said; to others than the office the own
   *     one
   * @param mayDeclare whether the reader's department may say that it has nothing to propose
   */
  record JointYear(
      int year,
      RegionRef region,
      @Nullable NamedId office,
      boolean acting,
      @Nullable PlanRow plan,
      @OneOf(JointApprover.class) @Nullable String decidedBy,
      @Nullable LocalDate submitBy,
      @Nullable LocalDate publishBy,
      List<ProposalRow> proposals,
      List<ProposalRow> besidePlan,
      List<MemberAnswer> answers,
      boolean mayDeclare,
      List<DutyView> duties,
      List<RegionRef> counties,
      List<String> clauses) {}

  /** Whether a member of the joint conference has answered for the plan of a year. */
  enum Answered {
    PROPOSED,
    NOTHING,
    MISSING
  }

  /**
   * What a member said.
   *
   * @param numbers of its proposals, those that were handed in
   * @param declared that it has nothing to propose, or null
   */
  record MemberAnswer(
      NamedId department,
      @OneOf(Answered.class) String state,
      List<String> numbers,
      @Nullable Declared declared) {}

  /** Who said when that there is nothing to propose. */
  record Declared(String person, Instant at, String note) {}

  /**
   * What a department owes about the plans of a year.
   *
   * @param doneBy number of the proposal or plan that fulfilled it
   * @param late whether the last day passed before it was done
   */
  record DutyView(
      UUID id,
      NamedId department,
      RegionRef region,
      int year,
      @OneOf(PlanDuty.Kind.class) String kind,
      LocalDate due,
      @Nullable LocalDate done,
      @Nullable String doneBy,
      boolean late) {}
}
