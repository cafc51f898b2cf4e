package cn.sunlot.policy;

/**
 * The public notice of a task.
 *
 * @param onDraw it appears with the draw
 * @param namesTargets false: it gives numbers, and names appear with the results
 */
public record TaskNotice(boolean onDraw, boolean namesTargets) {}
