package cn.sunlot.policy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody answers by name for the use of an expired profile (ZB-22).
 *
 * @param until last day that it covers
 */
public record Confirmation(
    UUID id,
    UUID authorityId,
    String profileId,
    String version,
    LocalDate until,
    String reason,
    UUID personId,
    String personName,
    Instant at) {

  public boolean covers(LocalDate day) {
    return !day.isAfter(until);
  }
}
