package cn.sunlot.tasking.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.usecase.DecideStaffingChange;
import cn.sunlot.tasking.web.VisitViews.ChangeView;
import cn.sunlot.tasking.web.VisitViews.VisitDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests for another team or target, and their decision. */
@RestController
@RequestMapping("/api/staffing-changes")
class StaffingController {

  /**
   * An approval.
   *
   * @param designated inspectors for the empty places, where the way is designation
   */
  record Approval(@NotNull @Size(max = 500) String note, @Nullable List<UUID> designated) {}

  record Refusal(@NotNull @Size(max = 500) String note) {}

  private final VisitViews views;
  private final DecideStaffingChange decide;

  StaffingController(VisitViews views, DecideStaffingChange decide) {
    this.views = views;
    this.decide = decide;
  }

  @GetMapping
  @Requires(Permission.STAFFING_DECIDE)
  List<ChangeView> listWaitingStaffingChanges() {
    return views.waiting();
  }

  @PostMapping("/{id}/approve")
  @Requires(Permission.STAFFING_DECIDE)
  VisitDetail approveStaffingChange(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Approval order) {
    List<UUID> designated = order.designated() == null ? List.of() : order.designated();
    return views.detail(decide.approve(id, IfMatch.read(seen), order.note(), designated));
  }

  @PostMapping("/{id}/refuse")
  @Requires(Permission.STAFFING_DECIDE)
  VisitDetail refuseStaffingChange(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Refusal order) {
    return views.detail(decide.refuse(id, IfMatch.read(seen), order.note()));
  }
}
