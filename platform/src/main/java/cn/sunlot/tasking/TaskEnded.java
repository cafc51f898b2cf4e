package cn.sunlot.tasking;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The last visit of a task is over; published in the transaction of the change. Reports and
 * publication count from this day.
 */
public record TaskEnded(UUID taskId, LocalDate day) {}
