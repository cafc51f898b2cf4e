package cn.sunlot.tasking.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task: what was agreed when it was opened, and how far it has come.
 *
 * @param terms frozen when it was opened, the rules when the first department was invited
 * @param version counts changes, for two people who change it at once
 */
public record Task(UUID id, TaskTerms terms, Progress progress, int version) {

  /** How far a task has come. */
  public record Progress(
      TaskState state,
      @Nullable Instant poolPreparedAt,
      @Nullable UUID targetDrawId,
      @Nullable UUID inspectorDrawId,
      @Nullable LocalDate endedOn,
      @Nullable String abandonedReason) {}

  /** A task whose terms are complete. */
  public static Task open(UUID id, TaskTerms terms) {
    return begin(id, terms, TaskState.OPENED);
  }

  /** A task that still waits for invited departments (TZ-17). */
  public static Task setUp(UUID id, TaskTerms terms) {
    return begin(id, terms, TaskState.SETTING_UP);
  }

  private static Task begin(UUID id, TaskTerms terms, TaskState state) {
    return new Task(id, terms, new Progress(state, null, null, null, null, null), 1);
  }

  /** Set up, with the items of all who take part. */
  public Task complete(TaskState next, List<TaskItem> items) {
    return new Task(id, terms.with(items), in(next).progress(), version);
  }

  /** The same by other rules: it was alone and becomes joint before its pool is prepared. */
  public Task under(String profileId, String profileVersion) {
    return new Task(id, terms.under(profileId, profileVersion), progress, version);
  }

  public TaskState state() {
    return progress.state();
  }

  public Task in(TaskState next) {
    return with(
        new Progress(
            next,
            progress.poolPreparedAt(),
            progress.targetDrawId(),
            progress.inspectorDrawId(),
            progress.endedOn(),
            progress.abandonedReason()));
  }

  public Task poolPrepared(TaskState next, Instant at) {
    return with(new Progress(next, at, null, null, null, null));
  }

  public Task drawingTargets(TaskState next, UUID drawId) {
    return with(new Progress(next, progress.poolPreparedAt(), drawId, null, null, null));
  }

  public Task drawingInspectors(TaskState next, UUID drawId) {
    return with(
        new Progress(next, progress.poolPreparedAt(), progress.targetDrawId(), drawId, null, null));
  }

  public Task ended(TaskState next, LocalDate day) {
    return with(
        new Progress(
            next,
            progress.poolPreparedAt(),
            progress.targetDrawId(),
            progress.inspectorDrawId(),
            day,
            null));
  }

  public Task abandoned(TaskState next, String reason) {
    return with(
        new Progress(
            next,
            progress.poolPreparedAt(),
            progress.targetDrawId(),
            progress.inspectorDrawId(),
            null,
            reason));
  }

  private Task with(Progress next) {
    return new Task(id, terms, next, version);
  }
}
