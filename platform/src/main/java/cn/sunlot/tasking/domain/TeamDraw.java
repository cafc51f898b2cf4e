package cn.sunlot.tasking.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A draw of inspectors for a task.
 *
 * @param departmentId which department draws
 * @param way for all departments, or for its own places
 */
public record TeamDraw(
    UUID drawId,
    UUID taskId,
    UUID authorityId,
    UUID departmentId,
    TeamWay way,
    Stage stage,
    Instant begunAt) {

  /** What is drawn for what (draw.md section 9). */
  public enum Stage {
    /** Inspectors for the places of visits. */
    VISITS,
    /** Inspectors for the places of teams. */
    TEAMS,
    /** Teams for visits. */
    TEAMS_TO_VISITS
  }
}
