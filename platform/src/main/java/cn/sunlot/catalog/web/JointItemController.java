package cn.sunlot.catalog.web;

import cn.sunlot.catalog.usecase.ConsolidateItem;
import cn.sunlot.catalog.usecase.EnterDecision;
import cn.sunlot.catalog.usecase.RetireItem;
import cn.sunlot.catalog.usecase.ReturnProposal;
import cn.sunlot.catalog.web.ItemRequests.Because;
import cn.sunlot.catalog.web.ItemResponses.ItemDetail;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the office of the joint conference does with joint items. */
@RestController
@RequestMapping("/api/items/{id}")
class JointItemController {

  /** Who decides is what the rules say; this says when and by which document. */
  record DecisionForm(@NotNull LocalDate on, @NotNull @Size(max = 100) String documentNumber) {}

  /** Why a joint item leaves the list, from when on, and by which decision. */
  record JointRetirement(
      @NotNull @Size(max = 1000) String reason,
      @Nullable LocalDate lastDay,
      @NotNull LocalDate on,
      @NotNull @Size(max = 100) String documentNumber) {}

  private final ConsolidateItem consolidate;
  private final ReturnProposal sendBack;
  private final EnterDecision enterDecision;
  private final RetireItem retire;
  private final ItemViews views;

  JointItemController(
      ConsolidateItem consolidate,
      ReturnProposal sendBack,
      EnterDecision enterDecision,
      RetireItem retire,
      ItemViews views) {
    this.consolidate = consolidate;
    this.sendBack = sendBack;
    this.enterDecision = enterDecision;
    this.retire = retire;
    this.views = views;
  }

  @PostMapping("/consolidate")
  @Requires(Permission.CATALOG_CONSOLIDATE)
  ItemDetail consolidateItem(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    return views.detail(consolidate.run(id, IfMatch.read(seen)));
  }

  @PostMapping("/return-proposal")
  @Requires(Permission.CATALOG_CONSOLIDATE)
  ItemDetail returnItemProposal(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.detail(sendBack.run(id, IfMatch.read(seen), because.reason()));
  }

  @PostMapping("/enter-decision")
  @Requires(Permission.CATALOG_CONSOLIDATE)
  ItemDetail enterItemDecision(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody DecisionForm decision) {
    return views.detail(
        enterDecision.run(id, IfMatch.read(seen), decision.on(), decision.documentNumber()));
  }

  @PostMapping("/retire-joint")
  @Requires(Permission.CATALOG_CONSOLIDATE)
  ItemDetail retireJointItem(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody JointRetirement retirement) {
    return views.detail(
        retire.runJoint(
            id,
            IfMatch.read(seen),
            retirement.reason(),
            retirement.lastDay(),
            new RetireItem.Decided(retirement.on(), retirement.documentNumber())));
  }
}
