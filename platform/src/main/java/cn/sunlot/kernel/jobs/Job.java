package cn.sunlot.kernel.jobs;

import cn.sunlot.kernel.NamedId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work as it stands.
 *
 * @param subject what it works on
 * @param done how much is done, out of {@code total}; 0 of 0 before it is known
 * @param message key of the text that says what it is doing, or ""
 * @param cancelAsked whether somebody asked it to stop
 */
public record Job(
    UUID id,
    UUID authorityId,
    String kind,
    String subject,
    State state,
    long done,
    long total,
    String message,
    NamedId startedBy,
    boolean cancelAsked,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** Where a job stands. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean ended() {
      return this != WAITING && this != RUNNING;
    }
  }
}
