package cn.sunlot.registry.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search through all targets for duplicates.
 *
 * @param read how many targets were looked at
 * @param found how many pairs there are
 * @param added how many of those were not known before
 */
public record DuplicateRun(
    UUID id,
    UUID authorityId,
    @Nullable UUID jobId,
    UUID startedBy,
    Instant startedAt,
    long read,
    long found,
    long added,
    Outcome outcome,
    @Nullable Instant endedAt) {

  /** How it ended. */
  public enum Outcome {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /** One that begins. */
  public static DuplicateRun begin(UUID id, UUID authorityId, UUID startedBy, Instant now) {
    return new DuplicateRun(id, authorityId, null, startedBy, now, 0, 0, 0, Outcome.RUNNING, null);
  }
}
