package cn.sunlot.tasking.web;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.domain.CapGroup;
import cn.sunlot.tasking.domain.DrawTerms.Batch;
import cn.sunlot.tasking.store.TaskSearch;
import cn.sunlot.tasking.store.TaskSearch.PoolRow;
import cn.sunlot.tasking.usecase.AllowBeyondCap;
import cn.sunlot.tasking.usecase.FreezePool;
import cn.sunlot.tasking.usecase.PlanBatches;
import cn.sunlot.tasking.usecase.PreparePool;
import cn.sunlot.tasking.web.PoolViews.PoolPlan;
import cn.sunlot.tasking.web.TaskViews.TaskDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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

/** The pool of a task: who can be drawn, who cannot and why, how many of whom, in which batches. */
@RestController
@RequestMapping("/api/tasks/{id}")
class PoolController {

  /** One target that is let in beyond the ceiling. */
  record BeyondCap(@NotNull UUID targetId, @NotNull @Size(max = 500) String reason) {}

  /**
   * A group that is let in beyond the ceiling.
   *
   * @param group {@code K} for key targets, or a class of credit risk
   */
  record GroupBeyondCap(
      @NotNull @Pattern(regexp = "[ABCDNK]") String group,
      @NotNull @Size(max = 500) String reason) {}

  /** Periods of batches, in the order of the draw; none for all at once. */
  record BatchPlan(@NotNull @Size(max = 52) List<@Valid BatchPeriod> batches) {}

  /** When a batch is visited. */
  record BatchPeriod(@NotNull LocalDate from, @NotNull LocalDate to) {}

  /** Why a pool is frozen although its rates do not follow risk and credit; else nothing. */
  record FreezeReason(@Nullable @Size(max = 500) String reason) {}

  private final TaskSearch search;
  private final TaskViews tasks;
  private final PoolViews views;
  private final PreparePool prepare;
  private final PlanBatches planBatches;
  private final AllowBeyondCap allowBeyondCap;
  private final FreezePool freeze;

  PoolController(
      TaskSearch search,
      TaskViews tasks,
      PoolViews views,
      PreparePool prepare,
      PlanBatches planBatches,
      AllowBeyondCap allowBeyondCap,
      FreezePool freeze) {
    this.search = search;
    this.tasks = tasks;
    this.views = views;
    this.prepare = prepare;
    this.planBatches = planBatches;
    this.allowBeyondCap = allowBeyondCap;
    this.freeze = freeze;
  }

  @GetMapping("/pool")
  @Requires(Permission.TASK_VIEW)
  Page<PoolRow> pageTaskPool(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String excluded,
      @RequestParam(required = false) @Nullable String stratum) {
    tasks.checkVisible(id);
    return search.pagePool(id, q, excluded, stratum, new Page.Request(page, size));
  }

  /** What is drawn of whom, who is out for which reason, and what there is to know of it. */
  @GetMapping("/pool-plan")
  @Requires(Permission.TASK_VIEW)
  PoolPlan getPoolPlan(@PathVariable UUID id) {
    return views.plan(tasks.checkVisible(id));
  }

  /** Computes the pool; that of a city as a job, which the pool plan tells of. */
  @PostMapping("/prepare-pool")
  @Requires(Permission.TASK_EDIT)
  TaskDetail preparePool(@PathVariable UUID id, @RequestHeader(IfMatch.HEADER) String seen) {
    prepare.run(id, IfMatch.read(seen));
    return tasks.detail(id);
  }

  @PostMapping("/plan-batches")
  @Requires(Permission.TASK_EDIT)
  TaskDetail planBatches(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody BatchPlan order) {
    planBatches.run(
        id,
        IfMatch.read(seen),
        order.batches().stream().map(b -> new Batch(b.from(), b.to())).toList());
    return tasks.detail(id);
  }

  @PostMapping("/allow-beyond-cap")
  @Requires(Permission.TASK_EDIT)
  TaskDetail allowBeyondCap(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody BeyondCap order) {
    allowBeyondCap.run(id, IfMatch.read(seen), order.targetId(), order.reason());
    return tasks.detail(id);
  }

  @PostMapping("/allow-group-beyond-cap")
  @Requires(Permission.TASK_EDIT)
  TaskDetail allowGroupBeyondCap(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody GroupBeyondCap order) {
    allowBeyondCap.run(id, IfMatch.read(seen), CapGroup.of(order.group()), order.reason());
    return tasks.detail(id);
  }

  /** Freezes the pool; that of a city as a job, which the pool plan tells of. */
  @PostMapping("/freeze-pool")
  @Requires(Permission.DRAW_OPERATE)
  TaskDetail freezePool(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody(required = false) @Nullable FreezeReason order) {
    String reason = order == null ? null : order.reason();
    freeze.run(id, IfMatch.read(seen), reason == null ? "" : reason.strip());
    return tasks.detail(id);
  }
}
