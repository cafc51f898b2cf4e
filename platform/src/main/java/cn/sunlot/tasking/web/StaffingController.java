package cn.sunlot.tasking.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.usecase.DecideStaffingChange;
import cn.sunlot.tasking.usecase.DecideStaffingChange.Seen;
import cn.sunlot.tasking.usecase.ReplaceForLeave;
import cn.sunlot.tasking.web.TeamViews.ChangeView;
import cn.sunlot.tasking.web.VisitViews.VisitDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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

  /** A request in the version that was seen. */
  record SeenRequest(@NotNull UUID id, int version) {}

  record Approvals(
      @NotEmpty @Size(max = 500) List<SeenRequest> requests,
      @NotNull @Size(max = 500) String note) {}

  /**
   * Somebody is away: replacement in all visits of that time.
   *
   * @param reason a listed reason, or {@code other:} with the stated case
   */
  record Leave(
      @NotNull UUID inspectorId,
      @NotEmpty @Size(max = 200) List<UUID> visitIds,
      @NotBlank @Size(max = 200) String reason,
      @NotNull @Size(max = 2000) String statement) {}

  private final VisitViews views;
  private final TeamViews teams;
  private final ReplaceForLeave leave;
  private final DecideStaffingChange decide;

  StaffingController(
      VisitViews views, TeamViews teams, ReplaceForLeave leave, DecideStaffingChange decide) {
    this.views = views;
    this.teams = teams;
    this.leave = leave;
    this.decide = decide;
  }

  @GetMapping
  @Requires(Permission.STAFFING_DECIDE)
  List<ChangeView> listWaitingStaffingChanges() {
    return teams.waiting();
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

  /** Approves several at once where one draw does for all of them. */
  @PostMapping("/approve-together")
  @Requires(Permission.STAFFING_DECIDE)
  List<ChangeView> approveTogether(@Valid @RequestBody Approvals order) {
    decide.approveTogether(
        order.requests().stream().map(r -> new Seen(r.id(), r.version())).toList(), order.note());
    return teams.waiting();
  }

  /** Asks to be replaced in several visits at once; each is decided by itself. */
  @PostMapping("/for-leave")
  @Requires(Permission.STAFFING_REQUEST)
  List<VisitDetail> replaceForLeave(@Valid @RequestBody Leave order) {
    order.visitIds().forEach(views::checkVisible);
    leave.run(order.inspectorId(), order.visitIds(), order.reason(), order.statement());
    return order.visitIds().stream().map(views::detail).toList();
  }
}
