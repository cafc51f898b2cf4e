package cn.sunlot.planning.web;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.ProposalSearch;
import cn.sunlot.planning.web.PlanResponses.ItemRef;
import cn.sunlot.planning.web.ProposalResponses.JointYear;
import cn.sunlot.planning.web.ProposalResponses.ProposalDetail;
import cn.sunlot.planning.web.ProposalResponses.ProposalRow;
import cn.sunlot.planning.web.ProposalResponses.ProposalRulesView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads proposals of joint inspections and the joint planning of a year. */
@RestController
@RequestMapping("/api")
class ProposalController {

  private final ProposalViews views;
  private final JointYearViews years;

  ProposalController(ProposalViews views, JointYearViews years) {
    this.views = views;
    this.years = years;
  }

  /** Proposals that the reader leads, is asked in, or coordinates. */
  @GetMapping("/proposals")
  @Requires(Permission.PLAN_VIEW)
  Page<ProposalRow> listProposals(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID lead,
      @RequestParam(required = false) @Nullable UUID participant,
      @RequestParam(required = false) @Nullable Boolean besidePlan,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(defaultValue = "-number") String sort) {
    ProposalState wanted =
        state == null ? null : PlanRequests.word(ProposalState.class, "state", state);
    return views.page(
        new ProposalSearch.Filter(q, year, wanted, null, lead, participant, besidePlan),
        new Page.Request(page, size),
        sort);
  }

  @GetMapping("/proposals/{id}")
  @Requires(Permission.PLAN_VIEW)
  ProposalDetail getProposal(@PathVariable UUID id) {
    return views.detail(id);
  }

  /** Items that a participant can bring; without one, the reader's department. */
  @GetMapping("/proposals/{id}/items")
  @Requires(Permission.PLAN_VIEW)
  List<ItemRef> listProposalItems(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID participant) {
    return views.items(id, participant);
  }

  /** What to know before a joint inspection is proposed. */
  @GetMapping("/proposal-rules")
  @Requires(Permission.PLAN_VIEW)
  ProposalRulesView getProposalRules(@RequestParam int year) {
    return years.rules(year);
  }

  /** The joint planning of a year; without a region, that of the reader's department. */
  @GetMapping("/joint-plans")
  @Requires(Permission.PLAN_VIEW)
  JointYear getJointYear(
      @RequestParam int year, @RequestParam(required = false) @Nullable String region) {
    return years.year(year, region);
  }
}
