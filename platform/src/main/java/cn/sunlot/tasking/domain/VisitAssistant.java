package cn.sunlot.tasking.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who goes along and does not count as team (ZB-9, ZB-10, N-6).
 *
 * @param subjectId the expert, or the inspector whose licence is none for enforcement
 * @param purpose what for
 */
public record VisitAssistant(
    UUID visitId,
    UUID subjectId,
    UUID authorityId,
    Kind kind,
    String name,
    String organisation,
    String purpose,
    UUID addedBy,
    Instant addedAt) {

  /** Who goes along. */
  public enum Kind {
    EXPERT,
    /** A testing body, an accounting firm. */
    AGENCY,
    /** Staff of day-to-day supervision. */
    STAFF
  }
}
