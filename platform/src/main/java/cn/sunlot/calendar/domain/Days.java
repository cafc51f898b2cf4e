package cn.sunlot.calendar.domain;

import cn.sunlot.calendar.DueDate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;

/**
 * The days that differ from the plain week, and the years for which they are known. In any other
 * year, weekends and the holidays that fall on the same date every year are taken as free,
 * provisionally.
 */
public final class Days {

  /** What a day is where it differs from the plain week. */
  public enum Kind {
    HOLIDAY,
    WORKING
  }

  private static final Set<MonthDay> FIXED_HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3));

  private final Map<LocalDate, Kind> known;
  private final Set<Integer> announced;

  /**
   * Days.
   *
   * @param known days that differ, in announced years or entered by hand before
   * @param announced years of which all such days are known
   */
  public Days(Map<LocalDate, Kind> known, Set<Integer> announced) {
    this.known = Map.copyOf(known);
    this.announced = Set.copyOf(announced);
  }

  /** Whether what is said of this day may still change. */
  public boolean isProvisional(LocalDate day) {
    return !announced.contains(day.getYear());
  }

  public boolean isWorking(LocalDate day) {
    Kind kind = known.get(day);
    if (kind != null) {
      return kind == Kind.WORKING;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !(isProvisional(day) && FIXED_HOLIDAYS.contains(MonthDay.from(day)));
  }

  /** The last of so many working days after a day. */
  public DueDate after(LocalDate day, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("a term of " + workingDays + " working days");
    }
    LocalDate due = day;
    boolean provisional = false;
    for (int left = workingDays; left > 0; ) {
      due = due.plusDays(1);
      provisional |= isProvisional(due);
      if (isWorking(due)) {
        left--;
      }
    }
    return new DueDate(due, provisional);
  }

  /**
   * Working days after {@code a} up to and including {@code b}; negative where {@code b} is before
   * {@code a}.
   */
  public int between(LocalDate a, LocalDate b) {
    if (b.isBefore(a)) {
      return -between(b, a);
    }
    return (int) a.plusDays(1).datesUntil(b.plusDays(1)).filter(this::isWorking).count();
  }
}
