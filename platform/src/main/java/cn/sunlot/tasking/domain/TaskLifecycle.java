package cn.sunlot.tasking.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.tasking.domain.TaskCommand.*;
import static cn.sunlot.tasking.domain.TaskState.*;

import cn.sunlot.kernel.Lifecycle;

/**
 * The way of a task. No edge leads from a drawn list back to a pool: what was drawn stays drawn.
 */
public final class TaskLifecycle {

  public static final Lifecycle<TaskState, TaskCommand> TABLE =
      new Lifecycle<>(
          "task",
          edge(SETTING_UP, INVITE, SETTING_UP, "department-invited", "TZ-17"),
          edge(SETTING_UP, COMPLETE_SET_UP, OPENED, "set-up-completed", "TZ-17"),
          edge(SETTING_UP, ABANDON, ABANDONED, "task-abandoned", "TZ-4"),
          edge(OPENED, INVITE, SETTING_UP, "department-invited", "TZ-17"),
          edge(OPENED, PREPARE_POOL, POOL_READY, "pool-prepared", "ZB-6"),
          edge(OPENED, PLAN_BATCHES, OPENED, "batches-planned", "TZ-8"),
          edge(OPENED, ABANDON, ABANDONED, "task-abandoned", "TZ-4"),
          edge(POOL_READY, PREPARE_POOL, POOL_READY, "pool-prepared", "ZB-6"),
          edge(POOL_READY, PLAN_BATCHES, POOL_READY, "batches-planned", "TZ-8"),
          edge(POOL_READY, ALLOW_BEYOND_CAP, POOL_READY, "cap-exceeded", "ZB-12"),
          edge(POOL_READY, FREEZE_POOL, DRAWING_TARGETS, "pool-frozen", "ZB-9"),
          edge(POOL_READY, ABANDON, ABANDONED, "task-abandoned", "TZ-4"),
          edge(DRAWING_TARGETS, NOTE_TARGETS_DRAWN, TARGETS_DRAWN, "targets-drawn", "ZB-9"),
          edge(DRAWING_TARGETS, NOTE_TARGET_DRAW_VOID, DRAWING_TARGETS, "target-draw-void", "TZ-4"),
          edge(TARGETS_DRAWN, FORM_TEAMS, DRAWING_INSPECTORS, "roster-frozen", "ZB-9"),
          // Each department draws its own: another one's draw goes on beside it (TZ-21, PDS-15).
          edge(DRAWING_INSPECTORS, FORM_TEAMS, DRAWING_INSPECTORS, "roster-frozen", "TZ-21"),
          edge(DRAWING_INSPECTORS, NOTE_INSPECTORS_DRAWN, STAFFED, "inspectors-drawn", "ZB-9"),
          edge(DRAWING_INSPECTORS, DISPATCH, RUNNING, "task-dispatched", "TZ-19"),
          edge(
              DRAWING_INSPECTORS,
              NOTE_INSPECTOR_DRAW_VOID,
              TARGETS_DRAWN,
              "inspector-draw-void",
              "TZ-4"),
          // A substitute target, drawn later, needs a team as well.
          edge(STAFFED, FORM_TEAMS, DRAWING_INSPECTORS, "roster-frozen", "ZB-9"),
          edge(RUNNING, FORM_TEAMS, RUNNING, "roster-frozen", "ZB-9"),
          edge(RUNNING, NOTE_INSPECTORS_DRAWN, RUNNING, "inspectors-drawn", "ZB-9"),
          edge(RUNNING, NOTE_INSPECTOR_DRAW_VOID, RUNNING, "inspector-draw-void", "TZ-4"),
          edge(STAFFED, DISPATCH, RUNNING, "task-dispatched", "ZB-9"),
          // Departments to which a list went down send out theirs one by one.
          edge(RUNNING, DISPATCH, RUNNING, "task-dispatched", "TZ-19"),
          edge(RUNNING, NOTE_ENDED, ENDED, "task-ended", "ZB-15"),
          // Not while a draw is under way: it is held by the section that prepared it.
          edge(SETTING_UP, HAND_OVER, SETTING_UP, "task-handed-over", "TZ-4"),
          edge(OPENED, HAND_OVER, OPENED, "task-handed-over", "TZ-4"),
          edge(POOL_READY, HAND_OVER, POOL_READY, "task-handed-over", "TZ-4"),
          edge(TARGETS_DRAWN, HAND_OVER, TARGETS_DRAWN, "task-handed-over", "TZ-4"),
          edge(STAFFED, HAND_OVER, STAFFED, "task-handed-over", "TZ-4"),
          edge(RUNNING, HAND_OVER, RUNNING, "task-handed-over", "TZ-4"));

  private TaskLifecycle() {}
}
