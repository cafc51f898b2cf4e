package cn.sunlot.organisation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that lasts.
 *
 * @param seenAt when it was last used, to {@link #TOUCH}
 * @param address that it was opened from
 * @param agent what the browser calls itself
 * @param ending why it is over; null while it is open
 */
public record Session(
    UUID id,
    UUID personId,
    Instant openedAt,
    Instant seenAt,
    String address,
    String agent,
    @Nullable Ending ending) {

  /** How exactly it is known when a session was last used. */
  public static final Duration TOUCH = Duration.ofMinutes(1);

  /** How a session came to its end. */
  public enum Ending {
    SIGNED_OUT,
    /** By its owner from elsewhere, or by the security administrator. */
    ENDED,
    /** The account was switched off, or got other roles, another department or password. */
    ACCESS_CHANGED,
    /** Not used for too long. */
    EXPIRED
  }

  public boolean isOpen() {
    return ending == null;
  }

  /** Whether that it is used now has to be noted. */
  public boolean isStale(Instant now) {
    return seenAt.plus(TOUCH).isBefore(now);
  }
}
