package cn.sunlot.drawing;

import java.util.UUID;

/** The record of a draw is complete (ZB-9); published in the transaction of the change. */
public record DrawClosed(UUID drawId, UUID taskId) {}
