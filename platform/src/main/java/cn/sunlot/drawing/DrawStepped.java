package cn.sunlot.drawing;

import java.util.UUID;

/**
 * A draw has taken a step; published in the transaction of the change, which it may come before.
 */
public record DrawStepped(UUID drawId) {}
