package cn.sunlot.planning.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a department takes part in a proposed joint inspection (RS-2.4).
 *
 * @param departmentId the participant
 * @param remark what it says to it; the reason, where it declines
 * @param itemVersionIds items of its own that it brings
 * @param coordinated whether the office entered it, as was agreed when it coordinated
 */
public record Answer(
    UUID departmentId,
    AnswerState state,
    String remark,
    List<UUID> itemVersionIds,
    boolean coordinated,
    @Nullable UUID by,
    @Nullable Instant at) {

  public Answer {
    itemVersionIds = List.copyOf(itemVersionIds);
  }

  /** Asked, and not answered yet. */
  public static Answer awaited(UUID departmentId) {
    return new Answer(departmentId, AnswerState.AWAITED, "", List.of(), false, null, null);
  }
}
