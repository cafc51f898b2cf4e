package cn.sunlot.fieldwork.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was put down of telling a target beforehand; the last line of a visit counts.
 *
 * @param way wire name of a way of giving notice, or "" where none was given
 * @param receiver who was told, or ""
 * @param givenAt when, or null where none was given
 * @param law what demands notice where the rules forbid it, or ""
 * @param reason why none was given, or ""
 */
public record AdvanceNotice(
    UUID id, UUID visitId, UUID authorityId, Said said, UUID notedBy, Instant notedAt) {

  /** What is said of it. */
  public record Said(
      boolean given,
      String way,
      String receiver,
      @Nullable Instant givenAt,
      String law,
      String reason) {}
}
