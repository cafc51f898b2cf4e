package cn.sunlot.policy;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term: so many days or months from an event.
 *
 * @param days number of days, or null
 * @param months number of months, or null
 * @param kind which days count; null for months
 */
public record Term(
    @Nullable Integer days, @Nullable Integer months, @Nullable Kind kind, Start from) {

  /** Which days count. */
  public enum Kind {
    WORKING,
    CALENDAR
  }

  /** From when the term runs. */
  public enum Start {
    TASK_END,
    INSPECTION_END,
    RESULT_MADE,
    FOLLOW_UP_END,
    TASK_REPORT,
    PUBLICATION,
    RECEIPT,
    RECHECK_RESULT
  }

  public Term {
    if ((days == null) == (months == null)) {
      throw new IllegalArgumentException("a term has either days or months");
    }
    if ((days != null && days < 0) || (months != null && months < 0)) {
      throw new IllegalArgumentException("a term is not negative");
    }
    if ((kind == null) == (days != null)) {
      throw new IllegalArgumentException(
          "a term in days says which (kind: working or calendar), one in months does not");
    }
  }

  /**
   * The last day of the term.
   *
   * @param start the day of the event from which it runs, itself not counted
   */
  public DueDate due(LocalDate start, WorkingDays calendar) {
    if (days == null) {
      return new DueDate(start.plusMonths(months == null ? 0 : months), false);
    }
    return kind == Kind.WORKING
        ? calendar.after(start, days)
        : new DueDate(start.plusDays(days), false);
  }
}
