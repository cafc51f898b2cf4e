package cn.sunlot.tasking.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a drawn list that goes from a department of a task down its line into one region
 * (TZ-19, PDS-13): the lead's targets there, or a participant's items at them.
 */
public record HandDown(UUID id, Terms terms, Receipt receipt, int version) {

  /**
   * What goes where; nothing of it changes.
   *
   * @param fromId the department at the level of the task
   * @param regionCode the county, as targets have it
   * @param departmentId the one of the same line there, or {@code fromId} where there is none
   * @param lead whether it is the lead's part, so that the department leads the visits
   */
  public record Terms(
      UUID taskId,
      UUID authorityId,
      UUID fromId,
      String regionCode,
      UUID departmentId,
      boolean lead,
      Instant handedAt) {

    public boolean isKept() {
      return departmentId.equals(fromId);
    }
  }

  /**
   * Who took it over.
   *
   * @param executingId the section that carries it out, or the department itself
   */
  public record Receipt(
      HandDownState state, @Nullable UUID executingId, @Nullable UUID by, @Nullable Instant at) {}

  public static HandDown of(UUID id, Terms terms) {
    HandDownState state = terms.isKept() ? HandDownState.KEPT : HandDownState.HANDED_DOWN;
    return new HandDown(id, terms, new Receipt(state, null, null, null), 1);
  }

  public HandDownState state() {
    return receipt.state();
  }

  public HandDown received(HandDownState next, UUID executingId, UUID by, Instant at) {
    return new HandDown(id, terms, new Receipt(next, executingId, by, at), version);
  }
}
