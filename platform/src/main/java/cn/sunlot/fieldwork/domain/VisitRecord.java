package cn.sunlot.fieldwork.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One department's record of one visit.
 *
 * @param entry how and when it was handed in; null before
 * @param review who reviewed, when, and what was said; null before
 */
public record VisitRecord(
    UUID id,
    UUID visitId,
    UUID authorityId,
    UUID departmentId,
    RecordState state,
    RecordContent content,
    @Nullable Entry entry,
    @Nullable Review review,
    int version) {

  /**
   * How it was handed in.
   *
   * @param madeOn the day on which it was handed in first: its result was made then, whatever is
   *     sent back later
   * @param mobile whether it came by mobile (TZ-30)
   */
  public record Entry(UUID by, Instant at, LocalDate madeOn, boolean mobile) {}

  /** A reviewer's word. */
  public record Review(UUID by, Instant at, String note) {}

  public VisitRecord saved(RecordState next, RecordContent entered) {
    return with(next, entered, entry, review);
  }

  /**
   * Handed in.
   *
   * @param today the day in the time of the country
   */
  public VisitRecord submitted(
      RecordState next, UUID personId, Instant at, LocalDate today, boolean mobile) {
    LocalDate made = entry == null ? today : entry.madeOn();
    return with(next, content, new Entry(personId, at, made, mobile), review);
  }

  public VisitRecord reviewed(RecordState next, Review word) {
    return with(next, content, entry, word);
  }

  private VisitRecord with(
      RecordState next, RecordContent entered, @Nullable Entry handedIn, @Nullable Review word) {
    return new VisitRecord(
        id, visitId, authorityId, departmentId, next, entered, handedIn, word, version);
  }
}
