package cn.sunlot.organisation.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way in of one person.
 *
 * @param passwordHash Argon2id in its text form
 * @param failures wrong passwords in a row
 * @param passwordDue whether somebody else set the password, so that it is changed first
 * @param passwordSetAt since when it is in use
 * @param lockedUntil no sign-in before this time, even with the right password
 */
public record Account(
    UUID personId,
    String passwordHash,
    boolean active,
    int failures,
    @Nullable Instant lockedUntil,
    boolean passwordDue,
    Instant passwordSetAt) {

  public boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** The account after one more wrong password. */
  public Account failed(Instant now, LockOut lockOut) {
    int more = failures + 1;
    return more >= lockOut.failures() ? with(0, now.plus(lockOut.lasting())) : with(more, null);
  }

  /** The account after the right password. */
  public Account succeeded() {
    return with(0, null);
  }

  private Account with(int newFailures, @Nullable Instant until) {
    return new Account(
        personId, passwordHash, active, newFailures, until, passwordDue, passwordSetAt);
  }
}
