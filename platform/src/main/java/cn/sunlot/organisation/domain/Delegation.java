package cn.sunlot.organisation.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Somebody stands in for the holder of a post who is away.
 *
 * @param postId whose post
 * @param personId who acts in it
 * @param from first day
 * @param until last day
 * @param ended whether it was ended before its last day
 */
public record Delegation(
    UUID id,
    UUID postId,
    UUID personId,
    LocalDate from,
    LocalDate until,
    String reason,
    boolean ended) {

  /** Longer than a quarter is no absence but another post. */
  public static final int LONGEST_DAYS = 92;

  public boolean isInForce(LocalDate day) {
    return !ended && !day.isBefore(from) && !day.isAfter(until);
  }

  public boolean isTooLong() {
    return ChronoUnit.DAYS.between(from, until) >= LONGEST_DAYS;
  }
}
