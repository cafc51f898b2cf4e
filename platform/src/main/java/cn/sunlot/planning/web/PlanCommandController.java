package cn.sunlot.planning.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.usecase.AdjustPlan;
import cn.sunlot.planning.usecase.ApprovePlan;
import cn.sunlot.planning.usecase.ChangePlanDraft;
import cn.sunlot.planning.usecase.CreatePlan;
import cn.sunlot.planning.usecase.DiscardPlanDraft;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SendBackPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.planning.web.PlanRequests.Because;
import cn.sunlot.planning.web.PlanRequests.Draft;
import cn.sunlot.planning.web.PlanRequests.NewPlan;
import cn.sunlot.planning.web.PlanResponses.PlanDetail;
import jakarta.validation.Valid;
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

/** Changes plans. */
@RestController
@RequestMapping("/api/plans")
class PlanCommandController {

  private final CreatePlan create;
  private final ChangePlanDraft changeDraft;
  private final SubmitPlan submit;
  private final DiscardPlanDraft discard;
  private final ApprovePlan approve;
  private final SendBackPlan sendBack;
  private final PublishPlan publish;
  private final AdjustPlan adjust;
  private final PlanViews views;

  PlanCommandController(
      CreatePlan create,
      ChangePlanDraft changeDraft,
      SubmitPlan submit,
      DiscardPlanDraft discard,
      ApprovePlan approve,
      SendBackPlan sendBack,
      PublishPlan publish,
      AdjustPlan adjust,
      PlanViews views) {
    this.create = create;
    this.changeDraft = changeDraft;
    this.submit = submit;
    this.discard = discard;
    this.approve = approve;
    this.sendBack = sendBack;
    this.publish = publish;
    this.adjust = adjust;
    this.views = views;
  }

  @PostMapping
  @Requires(Permission.PLAN_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  PlanDetail createPlan(@Valid @RequestBody NewPlan plan) {
    UUID section =
        plan.departmentId() == null ? SignedIn.get().departmentId() : plan.departmentId();
    return views.detail(create.run(section, plan.year(), plan.title()));
  }

  @PostMapping("/{id}/change-draft")
  @Requires(Permission.PLAN_EDIT)
  PlanDetail changePlanDraft(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Draft draft) {
    return views.detail(changeDraft.run(id, IfMatch.read(seen), draft.title(), draft.read()));
  }

  @PostMapping("/{id}/submit")
  @Requires(Permission.PLAN_EDIT)
  PlanDetail submitPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(submit.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/{id}/discard")
  @Requires(Permission.PLAN_EDIT)
  PlanDetail discardPlanDraft(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(discard.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/{id}/approve")
  @Requires(Permission.PLAN_APPROVE)
  PlanDetail approvePlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(approve.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/{id}/send-back")
  @Requires(Permission.PLAN_APPROVE)
  PlanDetail sendPlanBack(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(sendBack.run(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/{id}/publish")
  @Requires(Permission.PLAN_EDIT)
  PlanDetail publishPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(publish.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/{id}/adjust")
  @Requires(Permission.PLAN_EDIT)
  PlanDetail adjustPlan(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(adjust.run(id, IfMatch.read(seen), because.reason()));
  }
}
