package cn.sunlot.credit.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target on a list.
 *
 * @param until last day, or null without one
 * @param decidedBy the body or person who decided it
 * @param document number of the decision
 * @param ended how it ended before its time, or null
 */
public record ListEntry(
    UUID id,
    UUID authorityId,
    UUID targetId,
    ListKind list,
    LocalDate from,
    @Nullable LocalDate until,
    String ground,
    String decidedBy,
    String document,
    @Nullable Ended ended,
    boolean superseded,
    int version) {

  /** The first day off the list, and why. */
  public record Ended(LocalDate on, String reason) {}

  /** What somebody says of a target on a list, before it is an entry. */
  public record Said(
      UUID targetId,
      ListKind list,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate endedOn,
      String ground,
      String decidedBy,
      String document) {}

  /** Whether the target is on the list on this day. */
  public boolean isActive(LocalDate day) {
    return !superseded
        && !from.isAfter(day)
        && (until == null || !until.isBefore(day))
        && (ended == null || ended.on().isAfter(day));
  }

  /** Whether it can still be ended: it is on the list, or will be. */
  public boolean canEnd(LocalDate day) {
    return !superseded && ended == null && (until == null || !until.isBefore(day));
  }
}
