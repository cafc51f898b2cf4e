package cn.sunlot.credit.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an authority's scorecard. Once approved it stays as it is.
 *
 * @param number from 1
 * @param reason why it was made
 * @param from first day in force, or null before approval
 * @param changedAt when it was last changed
 */
public record ScorecardVersion(
    UUID id,
    UUID authorityId,
    int number,
    ScorecardState state,
    Scorecard content,
    String reason,
    @Nullable LocalDate from,
    Trace trace,
    Instant changedAt,
    int version) {

  /** Who drafted and approved it, and why it was sent back. */
  public record Trace(UUID draftedBy, @Nullable UUID approvedBy, @Nullable String sentBack) {}

  /** Another content, said now. */
  public ScorecardVersion saying(Scorecard other, String why, Instant now) {
    return new ScorecardVersion(
        id, authorityId, number, state, other, why, from, trace, now, version);
  }

  public ScorecardVersion in(ScorecardState next) {
    return with(next, from, trace);
  }

  public ScorecardVersion sentBack(ScorecardState next, String why) {
    return with(next, from, new Trace(trace.draftedBy(), null, why));
  }

  public ScorecardVersion approved(ScorecardState next, UUID by, LocalDate first) {
    return with(next, first, new Trace(trace.draftedBy(), by, null));
  }

  private ScorecardVersion with(ScorecardState next, @Nullable LocalDate first, Trace otherTrace) {
    return new ScorecardVersion(
        id, authorityId, number, next, content, reason, first, otherTrace, changedAt, version);
  }
}
