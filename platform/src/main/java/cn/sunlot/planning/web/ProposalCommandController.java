package cn.sunlot.planning.web;

import static cn.sunlot.planning.web.ProposalRequests.orEmpty;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.usecase.AnswerProposal;
import cn.sunlot.planning.usecase.ChangeProposal;
import cn.sunlot.planning.usecase.CreateProposal;
import cn.sunlot.planning.usecase.DeclareNothingToPropose;
import cn.sunlot.planning.usecase.OpenAdHocPlan;
import cn.sunlot.planning.usecase.Propose;
import cn.sunlot.planning.usecase.ReopenProposal;
import cn.sunlot.planning.usecase.SettleProposal;
import cn.sunlot.planning.usecase.WithdrawProposal;
import cn.sunlot.planning.web.PlanRequests.Because;
import cn.sunlot.planning.web.ProposalRequests.Agreement;
import cn.sunlot.planning.web.ProposalRequests.Asked;
import cn.sunlot.planning.web.ProposalRequests.NewProposal;
import cn.sunlot.planning.web.ProposalRequests.ProposalForm;
import cn.sunlot.planning.web.ProposalResponses.JointYear;
import cn.sunlot.planning.web.ProposalResponses.ProposalDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What lead and participants do with proposals of joint inspections. */
@RestController
@RequestMapping("/api/proposals")
class ProposalCommandController {

  /** That there is nothing to propose for the plan of a year. */
  record NothingForm(int year, @Nullable @Size(max = 500) String note) {}

  private final CreateProposal create;
  private final ChangeProposal change;
  private final Propose propose;
  private final AnswerProposal answer;
  private final SettleProposal settle;
  private final ReopenProposal reopen;
  private final WithdrawProposal withdraw;
  private final OpenAdHocPlan openAdHoc;
  private final DeclareNothingToPropose declareNothing;
  private final ProposalViews views;
  private final JointYearViews years;

  ProposalCommandController(
      CreateProposal create,
      ChangeProposal change,
      Propose propose,
      AnswerProposal answer,
      SettleProposal settle,
      ReopenProposal reopen,
      WithdrawProposal withdraw,
      OpenAdHocPlan openAdHoc,
      DeclareNothingToPropose declareNothing,
      ProposalViews views,
      JointYearViews years) {
    this.declareNothing = declareNothing;
    this.years = years;
    this.create = create;
    this.change = change;
    this.propose = propose;
    this.answer = answer;
    this.settle = settle;
    this.reopen = reopen;
    this.withdraw = withdraw;
    this.openAdHoc = openAdHoc;
    this.views = views;
  }

  /** The department has no joint inspection to propose for the plan of a year. */
  @PostMapping("/nothing-to-propose")
  @Requires(Permission.PLAN_EDIT)
  JointYear declareNothingToPropose(@Valid @RequestBody NothingForm form) {
    declareNothing.run(form.year(), form.note() == null ? "" : form.note());
    return years.year(form.year(), null);
  }

  @PostMapping
  @Requires(Permission.PLAN_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ProposalDetail createProposal(@Valid @RequestBody NewProposal proposal) {
    UUID section =
        proposal.departmentId() == null ? SignedIn.get().departmentId() : proposal.departmentId();
    var adHoc = proposal.adHoc();
    return views.detail(
        create.run(
            section,
            proposal.year(),
            adHoc == null ? null : adHoc.read(),
            proposal.content().read()));
  }

  @PostMapping("/{id}/change-draft")
  @Requires(Permission.PLAN_EDIT)
  ProposalDetail changeProposalDraft(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ProposalForm content) {
    return views.detail(change.run(id, IfMatch.read(seen), content.read()));
  }

  @PostMapping("/{id}/propose")
  @Requires(Permission.PLAN_EDIT)
  ProposalDetail proposeJointInspection(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Asked asked) {
    return views.detail(propose.run(id, IfMatch.read(seen), asked.answersUntil()));
  }

  @PostMapping("/{id}/agree")
  @Requires(Permission.PLAN_ANSWER)
  ProposalDetail agreeToProposal(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Agreement agreement) {
    String remark = agreement.remark() == null ? "" : agreement.remark();
    return views.detail(
        answer.agree(id, IfMatch.read(seen), remark, orEmpty(agreement.itemVersionIds())));
  }

  @PostMapping("/{id}/decline")
  @Requires(Permission.PLAN_ANSWER)
  ProposalDetail declineProposal(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(answer.decline(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/{id}/settle")
  @Requires(Permission.PLAN_EDIT)
  ProposalDetail settleProposal(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(settle.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/{id}/reopen")
  @Requires(Permission.PLAN_EDIT)
  ProposalDetail reopenProposal(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(reopen.run(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/{id}/withdraw")
  @Requires(Permission.PLAN_EDIT)
  ProposalDetail withdrawProposal(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(withdraw.run(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/{id}/open-ad-hoc")
  @Requires(Permission.PLAN_EDIT)
  ProposalDetail openAdHocPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(openAdHoc.run(id, IfMatch.read(seen)));
  }
}
