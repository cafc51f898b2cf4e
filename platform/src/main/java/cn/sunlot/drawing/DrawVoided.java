package cn.sunlot.drawing;

import java.util.UUID;

/** A draw was given up, or failed by the book; published in the transaction of the change. */
public record DrawVoided(UUID drawId, UUID taskId, String reason) {}
