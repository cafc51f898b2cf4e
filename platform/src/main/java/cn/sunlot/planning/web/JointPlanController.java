package cn.sunlot.planning.web;

import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.usecase.AdjustPlan;
import cn.sunlot.planning.usecase.ChangePlanDraft;
import cn.sunlot.planning.usecase.DiscardPlanDraft;
import cn.sunlot.planning.usecase.EnterPlanDecision;
import cn.sunlot.planning.usecase.FilePlan;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SendBackPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.planning.usecase.TakeProposals;
import cn.sunlot.planning.web.PlanRequests.Because;
import cn.sunlot.planning.web.PlanRequests.Draft;
import cn.sunlot.planning.web.PlanResponses.PlanDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the office of the joint conference does with the joint plan, and filings of all plans. */
@RestController
@RequestMapping("/api/plans/{id}")
class JointPlanController {

  /** Agreed proposals whose lines come into the plan. */
  record Taken(@NotNull @Size(min = 1, max = 200) List<@NotNull UUID> proposals) {}

  /** Who decides is what the rules say; this says when and by which document. */
  record DecisionForm(@NotNull LocalDate on, @NotNull @Size(max = 100) String documentNumber) {}

  /** With whom it was filed, when, and the number of the receipt or letter. */
  record FilingForm(
      @OneOf(FiledWith.class) @NotNull String with,
      @NotNull LocalDate on,
      @NotNull @Size(max = 100) String reference) {

    FiledWith recipient() {
      return PlanRequests.word(FiledWith.class, "with", with);
    }
  }

  private final TakeProposals take;
  private final ChangePlanDraft change;
  private final SubmitPlan submit;
  private final DiscardPlanDraft discard;
  private final EnterPlanDecision decide;
  private final SendBackPlan sendBack;
  private final PublishPlan publish;
  private final AdjustPlan adjust;
  private final FilePlan file;
  private final PlanViews views;

  JointPlanController(
      TakeProposals take,
      ChangePlanDraft change,
      SubmitPlan submit,
      DiscardPlanDraft discard,
      EnterPlanDecision decide,
      SendBackPlan sendBack,
      PublishPlan publish,
      AdjustPlan adjust,
      FilePlan file,
      PlanViews views) {
    this.take = take;
    this.change = change;
    this.submit = submit;
    this.discard = discard;
    this.decide = decide;
    this.sendBack = sendBack;
    this.publish = publish;
    this.adjust = adjust;
    this.file = file;
    this.views = views;
  }

  @PostMapping("/take-proposals")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail takeProposals(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Taken taken) {
    return views.detail(take.run(id, IfMatch.read(seen), taken.proposals()));
  }

  @PostMapping("/change-joint-draft")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail changeJointPlanDraft(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Draft draft) {
    return views.detail(change.runJoint(id, IfMatch.read(seen), draft.title(), draft.read()));
  }

  @PostMapping("/submit-joint")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail submitJointPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(submit.runJoint(id, IfMatch.read(seen)));
  }

  @PostMapping("/discard-joint")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail discardJointPlanDraft(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(discard.runJoint(id, IfMatch.read(seen)));
  }

  @PostMapping("/enter-decision")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail enterPlanDecision(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody DecisionForm decision) {
    return views.detail(
        decide.run(id, IfMatch.read(seen), decision.on(), decision.documentNumber()));
  }

  @PostMapping("/return-joint")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail returnJointPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(sendBack.runJoint(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/publish-joint")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail publishJointPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(publish.runJoint(id, IfMatch.read(seen)));
  }

  @PostMapping("/adjust-joint")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail adjustJointPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(adjust.runJoint(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/file-joint")
  @Requires(Permission.PLAN_CONSOLIDATE)
  PlanDetail fileJointPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody FilingForm filing) {
    return views.detail(
        file.runJoint(id, IfMatch.read(seen), filing.recipient(), filing.on(), filing.reference()));
  }

  @PostMapping("/file")
  @Requires(Permission.PLAN_EDIT)
  PlanDetail filePlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody FilingForm filing) {
    return views.detail(
        file.run(id, IfMatch.read(seen), filing.recipient(), filing.on(), filing.reference()));
  }
}
