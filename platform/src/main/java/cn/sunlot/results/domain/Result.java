package cn.sunlot.results.domain;

import cn.sunlot.calendar.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection of one item at one target came to, in one revision.
 *
 * @param finding what is said; of a published result never changed
 * @param objectionUntil last day on which the target may object, or null (ZB-16)
 * @param limitedReason why it is not public, or circulated only, or ""
 * @param correctsId the revision that this one corrects, or null
 */
public record Result(
    UUID id,
    String number,
    int revision,
    UUID authorityId,
    UUID departmentId,
    UUID visitId,
    UUID taskId,
    UUID itemVersionId,
    UUID targetId,
    String unitId,
    String targetName,
    LocalDate visitedOn,
    Statement finding,
    @Nullable String directReason,
    ResultState state,
    @Nullable Instant publishedAt,
    @Nullable DueDate objectionUntil,
    String limitedReason,
    @Nullable UUID correctsId,
    String correctionReason,
    @Nullable UUID correctedBy,
    int version) {

  /**
   * What a result says.
   *
   * @param type wire name of a listed type, or {@code other:…}
   */
  public record Statement(String type, String finding, List<String> measures, String handling) {}

  /** Another state; what was published stays so. */
  public Result in(ResultState next) {
    return with(next, publishedAt, objectionUntil, limitedReason);
  }

  /** Public from now on. */
  public Result published(ResultState next, Instant at, @Nullable DueDate objection) {
    return with(next, at, objection, limitedReason);
  }

  /** Not for the public, or not for all of it. */
  public Result limited(ResultState next, String reason) {
    return with(next, publishedAt, objectionUntil, reason);
  }

  private Result with(
      ResultState next, @Nullable Instant at, @Nullable DueDate objection, String limited) {
    return new Result(
        id,
        number,
        revision,
        authorityId,
        departmentId,
        visitId,
        taskId,
        itemVersionId,
        targetId,
        unitId,
        targetName,
        visitedOn,
        finding,
        directReason,
        next,
        at,
        objection,
        limited,
        correctsId,
        correctionReason,
        correctedBy,
        version);
  }

  /** The next revision, public at once, with what is right. */
  public Result correction(
      UUID newId,
      Statement right,
      String reason,
      UUID personId,
      Instant at,
      @Nullable DueDate objection) {
    return new Result(
        newId,
        number,
        revision + 1,
        authorityId,
        departmentId,
        visitId,
        taskId,
        itemVersionId,
        targetId,
        unitId,
        targetName,
        visitedOn,
        right,
        directReason,
        ResultState.PUBLISHED,
        at,
        objection,
        "",
        id,
        reason,
        personId,
        1);
  }
}
