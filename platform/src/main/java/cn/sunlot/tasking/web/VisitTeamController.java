package cn.sunlot.tasking.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.domain.VisitAssistant;
import cn.sunlot.tasking.usecase.AppointLeader;
import cn.sunlot.tasking.usecase.KeepAssistants;
import cn.sunlot.tasking.usecase.PlanVisitDay;
import cn.sunlot.tasking.web.VisitViews.VisitDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** What a team settles for its visit: the day, its leader, who goes along. */
@RestController
@RequestMapping("/api/visits/{id}")
class VisitTeamController {

  /** The day; none takes it back. */
  record Day(@Nullable LocalDate day) {}

  record Leader(@NotNull UUID inspectorId) {}

  /**
   * Who goes along.
   *
   * @param subjectId an expert or agency of the registry, or staff without an enforcement licence
   */
  record Along(
      @NotNull VisitAssistant.Kind kind,
      @NotNull UUID subjectId,
      @NotBlank @Size(max = 500) String purpose) {}

  record NoLonger(@NotNull UUID subjectId) {}

  private final VisitViews views;
  private final PlanVisitDay plan;
  private final AppointLeader appoint;
  private final KeepAssistants assistants;

  VisitTeamController(
      VisitViews views, PlanVisitDay plan, AppointLeader appoint, KeepAssistants assistants) {
    this.views = views;
    this.plan = plan;
    this.appoint = appoint;
    this.assistants = assistants;
  }

  @PostMapping("/plan-day")
  @Requires(Permission.STAFFING_REQUEST)
  VisitDetail planDay(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Day order) {
    views.checkVisible(id);
    plan.run(id, IfMatch.read(seen), order.day());
    return views.detail(id);
  }

  @PostMapping("/appoint-leader")
  @Requires(Permission.TASK_EDIT)
  VisitDetail appointLeader(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Leader order) {
    views.checkVisible(id);
    appoint.run(id, IfMatch.read(seen), order.inspectorId());
    return views.detail(id);
  }

  @PostMapping("/add-assistant")
  @Requires(Permission.STAFFING_REQUEST)
  VisitDetail addAssistant(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Along order) {
    views.checkVisible(id);
    if (order.kind() == VisitAssistant.Kind.STAFF) {
      assistants.addStaff(id, IfMatch.read(seen), order.subjectId(), order.purpose());
    } else {
      assistants.addExpert(id, IfMatch.read(seen), order.subjectId(), order.purpose());
    }
    return views.detail(id);
  }

  @PostMapping("/remove-assistant")
  @Requires(Permission.STAFFING_REQUEST)
  VisitDetail removeAssistant(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody NoLonger order) {
    views.checkVisible(id);
    assistants.remove(id, IfMatch.read(seen), order.subjectId());
    return views.detail(id);
  }
}
