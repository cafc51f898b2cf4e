package cn.sunlot.drawing;

import cn.sunlot.drawing.Draws.DrawnTarget;
import java.util.List;
import java.util.UUID;

/**
 * Targets were drawn; published in the transaction that drew them.
 *
 * @param round 0 for the draw, from 1 for substitute rounds
 * @param substitutes whether they come in place of others: drawn by a round, or by the successor of
 *     a draw that is void for further rounds
 * @param targets drawn in this round, in drawing order
 */
public record TargetsDrawn(
    UUID drawId, UUID taskId, int round, boolean substitutes, List<DrawnTarget> targets) {}
