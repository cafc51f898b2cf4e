package cn.sunlot.planning.web;

import static cn.sunlot.planning.web.ProposalRequests.orEmpty;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.usecase.CoordinateProposal;
import cn.sunlot.planning.usecase.CreateJointPlan;
import cn.sunlot.planning.usecase.KeepProposalsApart;
import cn.sunlot.planning.usecase.MergeProposals;
import cn.sunlot.planning.usecase.ReturnProposal;
import cn.sunlot.planning.web.PlanRequests.Because;
import cn.sunlot.planning.web.PlanResponses.PlanDetail;
import cn.sunlot.planning.web.ProposalRequests.Coordination;
import cn.sunlot.planning.web.ProposalRequests.KeepingApart;
import cn.sunlot.planning.web.ProposalRequests.Merging;
import cn.sunlot.planning.web.ProposalResponses.ProposalDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** What the office of the joint conference does with proposals of joint inspections. */
@RestController
@RequestMapping("/api")
class ConsolidationController {

  /** A joint plan of the office's city or county. */
  record NewJointPlan(int year, @NotNull @Size(max = 200) String title) {}

  private final CreateJointPlan create;
  private final CoordinateProposal coordinate;
  private final ReturnProposal sendBack;
  private final MergeProposals merge;
  private final KeepProposalsApart keepApart;
  private final ProposalViews views;
  private final PlanViews plans;

  ConsolidationController(
      CreateJointPlan create,
      CoordinateProposal coordinate,
      ReturnProposal sendBack,
      MergeProposals merge,
      KeepProposalsApart keepApart,
      ProposalViews views,
      PlanViews plans) {
    this.create = create;
    this.coordinate = coordinate;
    this.sendBack = sendBack;
    this.merge = merge;
    this.keepApart = keepApart;
    this.views = views;
    this.plans = plans;
  }

  @PostMapping("/joint-plans")
  @Requires(Permission.PLAN_CONSOLIDATE)
  @ResponseStatus(HttpStatus.CREATED)
  PlanDetail createJointPlan(@Valid @RequestBody NewJointPlan plan) {
    return plans.detail(create.run(plan.year(), plan.title()));
  }

  @PostMapping("/proposals/{id}/coordinate")
  @Requires(Permission.PLAN_CONSOLIDATE)
  ProposalDetail coordinateProposal(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Coordination agreed) {
    return views.detail(
        coordinate.run(
            id,
            IfMatch.read(seen),
            agreed.participant(),
            agreed.agreed(),
            agreed.note(),
            orEmpty(agreed.itemVersionIds())));
  }

  @PostMapping("/proposals/{id}/return-proposal")
  @Requires(Permission.PLAN_CONSOLIDATE)
  ProposalDetail returnPlanProposal(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(sendBack.run(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/proposals/{id}/merge")
  @Requires(Permission.PLAN_CONSOLIDATE)
  ProposalDetail mergeProposals(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Merging merging) {
    return views.detail(merge.run(id, IfMatch.read(seen), merging.into(), merging.note()));
  }

  @PostMapping("/proposals/{id}/keep-apart")
  @Requires(Permission.PLAN_CONSOLIDATE)
  ProposalDetail keepProposalsApart(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody KeepingApart apart) {
    return views.detail(keepApart.run(id, IfMatch.read(seen), apart.other(), apart.reason()));
  }
}
