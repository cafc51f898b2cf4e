package cn.sunlot.organisation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way in of one person.
 *
 * @param passwordHash Argon2id in its text form
 * @param failures wrong passwords in a row
 * @param passwordDue whether somebody else set the password, so that it is changed first
 * @param lockedUntil no sign-in before this time, even with the right password
 */
public record Account(
    UUID personId,
    String passwordHash,
    boolean active,
    int failures,
    @Nullable Instant lockedUntil,
    boolean passwordDue) {

  /** Wrong passwords in a row that lock the account. */
  public static final int FAILURES_ALLOWED = 5;

  /** How long it stays locked. */
  public static final Duration LOCK_OUT = Duration.ofMinutes(15);

  public boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** The account after one more wrong password. */
  public Account failed(Instant now) {
    int more = failures + 1;
    return more >= FAILURES_ALLOWED
        ? new Account(personId, passwordHash, active, 0, now.plus(LOCK_OUT), passwordDue)
        : new Account(personId, passwordHash, active, more, null, passwordDue);
  }

  /** The account after the right password. */
  public Account succeeded() {
    return new Account(personId, passwordHash, active, 0, null, passwordDue);
  }
}
