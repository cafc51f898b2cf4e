package cn.sunlot.calendar;

import java.time.LocalDate;
import java.util.List;

/** The face of the calendar: counting in working days. */
public interface WorkingDays {

  /**
   * The day on which a term of working days ends. The first day counted is the day after {@code
   * day}.
   *
   * @param day the day from which the term runs, itself not counted; it need not be a working day
   * @param workingDays how many, 0 or more; 0 is {@code day} itself
   * @throws IllegalArgumentException if {@code workingDays} is negative
   */
  DueDate after(LocalDate day, int workingDays);

  /** Whether people work on this day; provisional for years that are not announced. */
  boolean isWorking(LocalDate day);

  /**
   * Working days after {@code a} up to and including {@code b}; negative where {@code b} is before
   * {@code a}.
   */
  int between(LocalDate a, LocalDate b);

  /** The working days from {@code a} to {@code b}, both of them as well, in their order. */
  default List<LocalDate> list(LocalDate a, LocalDate b) {
    return a.datesUntil(b.plusDays(1)).filter(this::isWorking).toList();
  }
}
