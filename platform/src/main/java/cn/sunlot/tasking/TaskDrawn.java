package cn.sunlot.tasking;

import java.util.UUID;

/**
 * The targets of a task were drawn and its visits made; published in the transaction of the change.
 */
public record TaskDrawn(UUID taskId) {}
