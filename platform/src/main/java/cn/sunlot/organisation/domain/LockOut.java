package cn.sunlot.organisation.domain;

import java.time.Duration;

/**
 * When an account is locked, and for how long.
 *
 * @param failures wrong passwords or codes in a row that lock it
 * @param lasting how long it stays locked
 */
public record LockOut(int failures, Duration lasting) {

  public static final LockOut USUAL = new LockOut(5, Duration.ofMinutes(15));
}
