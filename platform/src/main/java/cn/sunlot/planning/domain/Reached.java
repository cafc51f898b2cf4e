package cn.sunlot.planning.domain;

/**
 * Targets of a line's scope by their ceilings of inspections (N-1).
 *
 * @param drawn drawn this year already
 * @param near that can be inspected once more
 * @param at that cannot be inspected any more, unless a named person goes beyond it
 */
public record Reached(long drawn, long near, long at) {}
