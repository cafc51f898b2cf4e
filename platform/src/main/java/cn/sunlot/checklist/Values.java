package cn.sunlot.checklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and days as they are written in definitions and answers, and how they compare. */
final class Values {

  static final List<String> CONFORM = List.of("conform", "not-conform", "not-applicable");

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Values() {}

  static boolean isDecimal(String text) {
    return DECIMAL.matcher(text).matches();
  }

  static boolean isDay(String text) {
    if (!DAY.matcher(text).matches() || text.startsWith("0000")) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Whether both are numbers, or both days, as the kind demands, and how they compare. */
  static Optional<Integer> compare(QuestionKind kind, String a, String b) {
    if (kind == QuestionKind.NUMBER && isDecimal(a) && isDecimal(b)) {
      return Optional.of(new BigDecimal(a).compareTo(new BigDecimal(b)));
    }
    if (kind == QuestionKind.DATE && isDay(a) && isDay(b)) {
      return Optional.of(Integer.signum(a.compareTo(b)));
    }
    return Optional.empty();
  }

  static boolean same(QuestionKind kind, String a, String b) {
    return kind == QuestionKind.NUMBER
        ? compare(kind, a, b).filter(c -> c == 0).isPresent()
        : a.equals(b);
  }

  static boolean isIn(String number, @Nullable String min, @Nullable String max) {
    return (min == null
            || compare(QuestionKind.NUMBER, number, min).filter(c -> c >= 0).isPresent())
        && (max == null
            || compare(QuestionKind.NUMBER, number, max).filter(c -> c <= 0).isPresent());
  }
}
