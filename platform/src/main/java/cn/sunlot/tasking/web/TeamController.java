package cn.sunlot.tasking.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.TeamWay;
import cn.sunlot.tasking.usecase.ReportShortage;
import cn.sunlot.tasking.usecase.SaveStaffingSetting;
import cn.sunlot.tasking.web.PlanningViews.Schedule;
import cn.sunlot.tasking.web.PlanningViews.SettingView;
import cn.sunlot.tasking.web.PlanningViews.TeamPreview;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Teams before their draw, visits on a calendar, and what departments settle for their people. */
@RestController
@RequestMapping("/api")
class TeamController {

  /**
   * What a department settles.
   *
   * @param monthlyCap visits of one inspector in a month at most, or none
   * @param neighbours codes of counties to draw together with; none is all of the city
   */
  record SettingOrder(
      @Nullable Integer monthlyCap, @NotNull @Size(max = 50) Set<String> neighbours) {}

  /** The way that is asked for, and the reasoned note. */
  record ShortageOrder(@NotNull Way way, @NotNull @Size(max = 2000) String statement) {}

  private final PlanningViews views;
  private final TaskViews tasks;
  private final SaveStaffingSetting save;
  private final ReportShortage shortage;

  TeamController(
      PlanningViews views, TaskViews tasks, SaveStaffingSetting save, ReportShortage shortage) {
    this.views = views;
    this.tasks = tasks;
    this.save = save;
    this.shortage = shortage;
  }

  /** Whether teams can be filled, before anybody is called in to draw. */
  @GetMapping("/tasks/{id}/team-preview")
  @Requires(Permission.TASK_VIEW)
  TeamPreview previewTeams(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String way) {
    tasks.checkVisible(id);
    return views.preview(id, way == null ? null : Lifecycle.parse(TeamWay.class, way));
  }

  /** Asks for a way out for all visits of the task that lack people. */
  @PostMapping("/tasks/{id}/report-shortage")
  @Requires(Permission.STAFFING_REQUEST)
  TeamPreview reportShortageOfTask(@PathVariable UUID id, @Valid @RequestBody ShortageOrder order) {
    tasks.checkVisible(id);
    shortage.run(id, order.way(), order.statement());
    return views.preview(id, null);
  }

  /** Visits with a team in a time: the section's, a task's, an inspector's, or one's own. */
  @GetMapping("/schedule")
  @Requires(Permission.VISIT_VIEW)
  Schedule getSchedule(
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
      @RequestParam(required = false) @Nullable UUID task,
      @RequestParam(required = false) @Nullable UUID inspector,
      @RequestParam(defaultValue = "false") boolean mine) {
    return views.schedule(from, to, task, inspector, mine);
  }

  @GetMapping("/staffing-setting")
  @Requires(Permission.TASK_VIEW)
  SettingView getStaffingSetting() {
    return views.setting();
  }

  @PostMapping("/staffing-setting/save")
  @Requires(Permission.INSPECTORS_EDIT)
  SettingView saveStaffingSetting(
      @RequestHeader(IfMatch.HEADER) String seen, @Valid @RequestBody SettingOrder order) {
    save.run(views.ownDepartment(), IfMatch.read(seen), order.monthlyCap(), order.neighbours());
    return views.setting();
  }
}
