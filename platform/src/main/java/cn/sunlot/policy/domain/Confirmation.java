package cn.sunlot.policy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Somebody answers by name for the use of a profile that is not in force by itself (ZB-22).
 *
 * @param until last day that it covers
 */
public record Confirmation(
    UUID id,
    UUID authorityId,
    String profileId,
    String version,
    Ground ground,
    LocalDate until,
    String reason,
    UUID personId,
    String personName,
    Instant at) {

  /** What somebody answers for. */
  public enum Ground {
    /** The rules are a draft. */
    DRAFT,
    /** Their last day is over. */
    EXPIRED;

    /** All that has to be answered for. */
    public static List<Ground> of(boolean draft, boolean expired) {
      List<Ground> grounds = new ArrayList<>();
      if (draft) {
        grounds.add(DRAFT);
      }
      if (expired) {
        grounds.add(EXPIRED);
      }
      return grounds;
    }
  }

  public boolean covers(LocalDate day) {
    return !day.isAfter(until);
  }
}
