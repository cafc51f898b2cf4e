package cn.sunlot.tasking.web;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import cn.sunlot.tasking.domain.TeamWay;
import cn.sunlot.tasking.store.TaskSearch;
import cn.sunlot.tasking.usecase.AbandonTask;
import cn.sunlot.tasking.usecase.DispatchTask;
import cn.sunlot.tasking.usecase.FormTeams;
import cn.sunlot.tasking.usecase.Involvement;
import cn.sunlot.tasking.usecase.OpenTask;
import cn.sunlot.tasking.usecase.OpenTask.Company;
import cn.sunlot.tasking.usecase.TeamParts.Order;
import cn.sunlot.tasking.web.TaskViews.TaskDetail;
import cn.sunlot.tasking.web.TaskViews.TaskListRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks, from the plan line to the dispatch. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

  /**
   * Opening a task from a plan line.
   *
   * @param itemVersionIds what the department that leads checks; null for its own items of the line
   * @param invite departments asked to take part; null for those that the line names
   * @param answerBy until when they answer; null for the days that the rules name
   */
  record OpenFromLine(
      @NotNull UUID lineId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String exemptionException,
      @Nullable @Size(max = 500) String separateReason,
      @Nullable @Size(max = 500) String aloneReason,
      @Nullable List<UUID> itemVersionIds,
      @Nullable List<UUID> invite,
      @Nullable LocalDate answerBy) {}

  /** Opening a task outside the plan, on a ground. */
  record OpenOutsidePlan(
      @NotBlank @Size(max = 200) String title,
      @NotNull Ground ground,
      @NotNull @Size(max = 1000) String groundText,
      @NotEmpty List<UUID> itemVersionIds,
      @NotNull TargetFilter filter,
      @NotEmpty Map<String, Integer> ratesBp,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @Nullable String exemptionException,
      @Nullable @Size(max = 500) String separateReason,
      @Nullable @Size(max = 500) String aloneReason,
      @Nullable Boolean handedDown,
      @Nullable List<UUID> invite,
      @Nullable LocalDate answerBy) {}

  /**
   * How teams are formed.
   *
   * @param way who draws, where the rules leave the choice
   * @param teams how many are drawn before their visits; none to draw for visits
   */
  record Teams(@Nullable TeamWay way, @Nullable @Min(1) @Max(500) Integer teams) {}

  record Reason(@NotBlank @Size(max = 500) String reason) {}

  private final TaskSearch search;
  private final TaskViews views;
  private final Involvement involvement;
  private final OpenTask open;
  private final FormTeams formTeams;
  private final DispatchTask dispatch;
  private final AbandonTask abandon;

  TaskController(
      TaskSearch search,
      TaskViews views,
      Involvement involvement,
      OpenTask open,
      FormTeams formTeams,
      DispatchTask dispatch,
      AbandonTask abandon) {
    this.search = search;
    this.views = views;
    this.involvement = involvement;
    this.open = open;
    this.formTeams = formTeams;
    this.dispatch = dispatch;
    this.abandon = abandon;
  }

  @GetMapping
  @Requires(Permission.TASK_VIEW)
  Page<TaskListRow> pageTasks(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String state) {
    SignedIn person = SignedIn.get();
    return views.rows(
        search.page(
            person.scope(),
            involvement.addressedTo(person),
            q,
            state,
            new Page.Request(page, size)));
  }

  @GetMapping("/{id}")
  @Requires(Permission.TASK_VIEW)
  TaskDetail getTask(@PathVariable UUID id) {
    return views.detail(id);
  }

  @PostMapping
  @Requires(Permission.TASK_EDIT)
  TaskDetail openTask(@Valid @RequestBody OpenFromLine order) {
    var task =
        open.run(
            new OpenTask.FromLine(
                order.lineId(),
                order.from(),
                order.to(),
                order.exemptionException(),
                order.separateReason() == null ? "" : order.separateReason(),
                order.aloneReason() == null ? "" : order.aloneReason(),
                order.itemVersionIds(),
                new Company(order.invite(), order.answerBy())));
    return views.detail(task.id());
  }

  @PostMapping("/outside-plan")
  @Requires(Permission.TASK_EDIT)
  TaskDetail openTaskOutsidePlan(@Valid @RequestBody OpenOutsidePlan order) {
    var task =
        open.run(
            new OpenTask.OutsidePlan(
                order.title(),
                order.ground(),
                order.groundText(),
                order.itemVersionIds(),
                order.filter(),
                order.ratesBp(),
                order.from(),
                order.to(),
                order.exemptionException(),
                order.separateReason() == null ? "" : order.separateReason(),
                order.aloneReason() == null ? "" : order.aloneReason(),
                Boolean.TRUE.equals(order.handedDown()),
                new Company(order.invite(), order.answerBy())));
    return views.detail(task.id());
  }

  @PostMapping("/{id}/form-teams")
  @Requires(Permission.DRAW_OPERATE)
  TaskDetail formTeams(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody(required = false) @Nullable Teams order) {
    formTeams.run(
        id,
        IfMatch.read(seen),
        order == null ? new Order(null, null) : new Order(order.way(), order.teams()));
    return views.detail(id);
  }

  @PostMapping("/{id}/dispatch")
  @Requires(Permission.TASK_EDIT)
  TaskDetail dispatchTask(@PathVariable UUID id, @RequestHeader(IfMatch.HEADER) String seen) {
    dispatch.run(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/{id}/abandon")
  @Requires(Permission.TASK_EDIT)
  TaskDetail abandonTask(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Reason order) {
    abandon.run(id, IfMatch.read(seen), order.reason());
    return views.detail(id);
  }
}
