package cn.sunlot.drawing;

import java.util.UUID;

/**
 * A draw is void for further rounds, and what it drew stands (draw.md section 5); published in the
 * transaction of the change.
 */
public record RoundsEnded(UUID drawId, UUID taskId) {}
