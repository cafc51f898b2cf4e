package cn.sunlot.tasking;

import java.util.UUID;

/** A task was opened; published in the transaction of the change. */
public record TaskOpened(UUID taskId) {}
