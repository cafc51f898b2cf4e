package cn.sunlot.calendar;

import java.time.LocalDate;

/**
 * The last day of a term.
 *
 * @param date the day, itself still in time
 * @param provisional true where a counted day falls in a year whose holidays are not announced: the
 *     date may still move
 */
public record DueDate(LocalDate date, boolean provisional) {}
