package cn.sunlot.results;

import cn.sunlot.calendar.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of results: what was published. */
public interface Results {

  /**
   * A published result, as it was published.
   *
   * @param number the same for all revisions, e.g. {@code R-2026-0012}
   * @param revision 1, and one more for every correction
   * @param type wire name of a listed result type, or {@code other:…}
   * @param directReason why there was no inspection, or null
   * @param objectionUntil last day on which the target may object, or null where the rules offer no
   *     objection
   * @param correctsId the revision that this one corrects, or null
   */
  record Published(
      UUID id,
      String number,
      int revision,
      UUID authorityId,
      UUID departmentId,
      UUID taskId,
      UUID visitId,
      UUID itemVersionId,
      String unitId,
      String targetName,
      LocalDate visitedOn,
      String type,
      String finding,
      List<String> measures,
      String handling,
      @Nullable String directReason,
      Instant publishedAt,
      @Nullable DueDate objectionUntil,
      @Nullable UUID correctsId,
      String correctionReason) {}

  /**
   * A published result or correction.
   *
   * @throws cn.sunlot.kernel.Refused if there is none, or it is not public
   */
  Published getPublished(UUID resultId);

  /** Published results and corrections of a task, in the order of publication. */
  List<Published> listPublishedOfTask(UUID taskId);

  /** All published results and corrections of an authority, in the order of publication. */
  List<Published> listPublished(UUID authorityId);
}
