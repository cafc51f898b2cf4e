package cn.sunlot.registry.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises identity numbers of natural persons (GB 11643-1999), which never become the id of a
 * target: ids are published with every draw.
 */
final class IdentityNumber {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  private static final Pattern SHAPE = Pattern.compile("[0-9]{17}[0-9X]");

  private IdentityNumber() {}

  /** Whether the text has region, day of birth and check character of an identity number. */
  static boolean is(String text) {
    return looksLike(text) && check(text) == text.charAt(17);
  }

  /** Whether region and day of birth fit, whatever the check character. */
  static boolean looksLike(String text) {
    return SHAPE.matcher(text).matches()
        && PROVINCES.contains(text.substring(0, 2))
        && isDay(text.substring(6, 14));
  }

  private static boolean isDay(String day) {
    try {
      int year = Integer.parseInt(day.substring(0, 4));
      LocalDate.of(
          year, Integer.parseInt(day.substring(4, 6)), Integer.parseInt(day.substring(6, 8)));
      return year >= 1900 && year < 2100;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static char check(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (text.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }
}
