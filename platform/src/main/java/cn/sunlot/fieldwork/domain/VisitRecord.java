package cn.sunlot.fieldwork.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of one visit.
 *
 * @param review who reviewed, when, and what was said; null before
 */
public record VisitRecord(
    UUID id,
    UUID visitId,
    UUID authorityId,
    UUID departmentId,
    RecordState state,
    RecordContent content,
    @Nullable UUID submittedBy,
    @Nullable Instant submittedAt,
    @Nullable Review review,
    int version) {

  /** A reviewer's word. */
  public record Review(UUID by, Instant at, String note) {}

  public VisitRecord saved(RecordState next, RecordContent entered) {
    return new VisitRecord(
        id,
        visitId,
        authorityId,
        departmentId,
        next,
        entered,
        submittedBy,
        submittedAt,
        review,
        version);
  }

  public VisitRecord submitted(RecordState next, UUID personId, Instant at) {
    return new VisitRecord(
        id, visitId, authorityId, departmentId, next, content, personId, at, review, version);
  }

  public VisitRecord reviewed(RecordState next, Review word) {
    return new VisitRecord(
        id,
        visitId,
        authorityId,
        departmentId,
        next,
        content,
        submittedBy,
        submittedAt,
        word,
        version);
  }
}
