package cn.sunlot.drawing;

import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.SlotRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Inspectors were drawn; published in the transaction that drew them.
 *
 * @param round 0 for the draw, from 1 for substitute rounds
 * @param substitutes whether these places were drawn before: by a round, or by the successor of a
 *     draw that is void for further rounds
 * @param assignments filled in this round
 * @param unfilled slots of this round that nobody could fill
 * @param shortage why, where something is unfilled
 */
public record InspectorsDrawn(
    UUID drawId,
    UUID taskId,
    int round,
    boolean substitutes,
    List<Assignment> assignments,
    List<SlotRef> unfilled,
    @Nullable Shortage shortage) {

  /**
   * Hall's condition, to be added up by hand: these slots can only be filled by these inspectors,
   * who are too few.
   *
   * @param slots slots that compete
   * @param inspectors everybody eligible for one of them
   */
  public record Shortage(List<SlotRef> slots, List<UUID> inspectors) {}
}
