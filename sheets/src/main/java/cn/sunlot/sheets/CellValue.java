package cn.sunlot.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a stored value means to people: its text, or why it cannot be trusted. */
record CellValue(String text, @Nullable Code trouble) {

  /** From here on a double no longer shows every digit that was typed (Excel keeps 15). */
  private static final double LAST_EXACT = 1e15;

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]+([eE][+-]?[0-9]{1,3})?");

  /** How Excel shows numbers of twelve and more digits, and writes them to csv. */
  private static final Pattern ROUNDED =
      Pattern.compile("[1-9](\\.[0-9]{1,15})?E\\+(1[1-9]|[2-9][0-9])");

  private static final MathContext EXCEL_DIGITS = new MathContext(15);
  private static final int LAST_SERIAL = 2_958_465;
  private static final int SECONDS = 86_400;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  static CellValue of(String text) {
    return new CellValue(text, null);
  }

  /** A text cell; one that reads 9.1337E+17 was a long number before it was saved as text. */
  static CellValue ofText(String text) {
    boolean maybe = text.length() <= 22 && text.indexOf('E') > 0;
    return new CellValue(text, maybe && ROUNDED.matcher(text).matches() ? Code.LOST_DIGITS : null);
  }

  /**
   * A number cell.
   *
   * @param stored the number as the file has it
   * @param style what its format makes of it
   * @param since1904 whether dates count from 1904
   */
  static CellValue ofNumber(String stored, NumberStyle style, boolean since1904) {
    if (stored.length() > 40 || !NUMBER.matcher(stored).matches()) {
      return new CellValue(stored, Code.NUMBER_UNREADABLE);
    }
    double value;
    BigDecimal exact;
    try {
      value = Double.parseDouble(stored);
      exact = new BigDecimal(stored);
    } catch (NumberFormatException e) {
      return new CellValue(stored, Code.NUMBER_UNREADABLE);
    }
    return switch (style.kind()) {
      case DATE -> date(stored, value, since1904, false);
      case TIME -> date(stored, value, since1904, true);
      case PLAIN -> plain(stored, value, exact);
      case ZEROS -> zeros(stored, value, exact, style.zeros());
    };
  }

  private static CellValue plain(String stored, double value, BigDecimal exact) {
    if (Math.abs(value) >= LAST_EXACT) {
      return new CellValue(stored, Code.LOST_DIGITS);
    }
    BigDecimal shown = exact.round(EXCEL_DIGITS);
    if (shown.signum() == 0) {
      return of("0");
    }
    BigDecimal stripped = shown.stripTrailingZeros();
    return of(stripped.scale() > 30 ? stripped.toString() : stripped.toPlainString());
  }

  private static CellValue zeros(String stored, double value, BigDecimal exact, int digits) {
    CellValue plain = plain(stored, value, exact);
    if (plain.trouble != null || !plain.text.matches("[0-9]+")) {
      return plain;
    }
    return of("0".repeat(Math.max(0, digits - plain.text.length())) + plain.text);
  }

  private static CellValue date(String stored, double value, boolean since1904, boolean clock) {
    if (!(value >= 0 && value < LAST_SERIAL + 1.0)) {
      return new CellValue(stored, Code.DATE_IMPOSSIBLE);
    }
    int day = (int) value;
    int second = (int) Math.round((value - day) * SECONDS);
    if (second == SECONDS) {
      day++;
      second = 0;
    }
    LocalTime time = LocalTime.ofSecondOfDay(second);
    if (clock && day == 0) {
      return of(CLOCK.format(time));
    }
    LocalDate date = since1904 ? LocalDate.of(1904, 1, 1).plusDays(day) : since1900(day);
    if (date == null || date.getYear() > 9999) {
      return new CellValue(stored, Code.DATE_IMPOSSIBLE);
    }
    return of(second == 0 ? date.toString() : date + "T" + CLOCK.format(time));
  }

  /** Excel's 1900 has a 29 February, day 60, which never was; days before it count differently. */
  private static @Nullable LocalDate since1900(int day) {
    if (day == 0 || day == 60) {
      return null;
    }
    return LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day);
  }

  /** A date cell that is written out, which the format allows and few programs do. */
  static CellValue ofIsoDate(String stored) {
    try {
      if (stored.length() == 10) {
        return of(LocalDate.parse(stored).toString());
      }
      LocalDateTime moment = LocalDateTime.parse(stored.replaceFirst("Z$", ""));
      LocalTime time = moment.toLocalTime();
      return time.toSecondOfDay() == 0
          ? of(moment.toLocalDate().toString())
          : of(moment.toLocalDate() + "T" + CLOCK.format(time));
    } catch (DateTimeParseException e) {
      return new CellValue(stored, Code.DATE_IMPOSSIBLE);
    }
  }

  /** Undoes the escape {@code _x000D_} by which xlsx writes characters that XML cannot hold. */
  static String unescaped(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      int code = escape(text, at);
      if (code >= 0) {
        out.append(text, done, at).append((char) code);
        done = at + 7;
      }
      at = text.indexOf("_x", Math.max(done, at + 1));
    }
    return out.append(text, done, text.length()).toString();
  }

  /**
   * The character of the escape at that place, or -1; halves of a surrogate pair are left alone.
   */
  private static int escape(String text, int at) {
    if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return -1;
      }
      code = code * 16 + digit;
    }
    return Character.isSurrogate((char) code) ? -1 : code;
  }
}
