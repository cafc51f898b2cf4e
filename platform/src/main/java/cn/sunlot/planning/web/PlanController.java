package cn.sunlot.planning.web;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.store.PlanSearch;
import cn.sunlot.planning.web.PlanResponses.PlanComparisonView;
import cn.sunlot.planning.web.PlanResponses.PlanDetail;
import cn.sunlot.planning.web.PlanResponses.PlanRow;
import cn.sunlot.planning.web.PlanResponses.VersionView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads plans. */
@RestController
@RequestMapping("/api/plans")
class PlanController {

  private final PlanViews views;

  PlanController(PlanViews views) {
    this.views = views;
  }

  /** Plans by their current versions; without a state, all but discarded ones. */
  @GetMapping
  @Requires(Permission.PLAN_VIEW)
  Page<PlanRow> listPlans(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(defaultValue = "-number") String sort) {
    PlanState wanted = state == null ? null : PlanRequests.readState(state);
    return views.page(
        new PlanSearch.Filter(
            q, year, wanted, department, kind == null ? null : PlanRequests.readKind(kind)),
        new Page.Request(page, size),
        sort);
  }

  @GetMapping("/{id}")
  @Requires(Permission.PLAN_VIEW)
  PlanDetail getPlan(@PathVariable UUID id) {
    return views.detail(id);
  }

  @GetMapping("/{id}/versions/{number}")
  @Requires(Permission.PLAN_VIEW)
  VersionView getPlanVersion(@PathVariable UUID id, @PathVariable int number) {
    return views.version(id, number);
  }

  /** Two versions of a plan, line by line. */
  @GetMapping("/{id}/comparison")
  @Requires(Permission.PLAN_VIEW)
  PlanComparisonView comparePlanVersions(
      @PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
    return views.comparison(id, from, to);
  }
}
