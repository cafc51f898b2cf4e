package cn.sunlot.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day that comes every year: {@code 01-31}, or {@code end-of-february}, which is the 28th or the
 * 29th.
 *
 * @param day of the month, or null for its last one, whatever it is
 */
public record YearDay(Month month, @Nullable Integer day) {

  private static final Pattern DAY = Pattern.compile("([0-9]{2})-([0-9]{2})");
  private static final Pattern END = Pattern.compile("end-of-([a-z]+)");

  public YearDay {
    if (day != null && (day < 1 || day > month.minLength())) {
      throw new IllegalArgumentException("a day that every year has: 01-31, or end-of-february");
    }
  }

  /** Whether this text is meant for such a day. */
  public static boolean isOne(String text) {
    return DAY.matcher(text).matches() || END.matcher(text).matches();
  }

  /**
   * Reads what a file says.
   *
   * @throws IllegalArgumentException if it is neither a day nor the end of a month
   */
  public static YearDay parse(String text) {
    Matcher day = DAY.matcher(text);
    Matcher end = END.matcher(text);
    try {
      if (day.matches()) {
        MonthDay read = MonthDay.parse("--" + text);
        return new YearDay(read.getMonth(), read.getDayOfMonth());
      }
      if (end.matches()) {
        return new YearDay(Month.valueOf(end.group(1).toUpperCase(Locale.ROOT)), null);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no day of a year: " + text, e);
    }
    throw new IllegalArgumentException("a day as 01-31, or end-of-february");
  }

  /** The day in a year. */
  public LocalDate in(int year) {
    return day == null
        ? LocalDate.of(year, month, month.length(Year.isLeap(year)))
        : LocalDate.of(year, month, day);
  }
}
