package cn.sunlot.cli.lists;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Tells the identity numbers of natural persons from codes of organisations. Tokens hide a unit
 * only from those who cannot guess its id, and a person's number must not stand in any list
 * (section 3).
 */
final class IdentityNumbers {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private IdentityNumbers() {}

  /**
   * Whether the text is a person's number: 18 characters with a date of birth and a right check
   * character (GB 11643), or 15 digits of the first generation that are no right business
   * registration number.
   */
  static boolean isPerson(String text) {
    if (text.matches("[1-9][0-9]{16}[0-9X]")) {
      return isDate(text.substring(6, 14)) && hasPersonCheck(text) && !isEnterprise(text);
    }
    return text.matches("[1-9][0-9]{14}")
        && isDate("19" + text.substring(6, 12))
        && !hasRegistrationCheck(text);
  }

  private static boolean isDate(String yyyymmdd) {
    int year = Integer.parseInt(yyyymmdd.substring(0, 4));
    try {
      LocalDate.of(
          year,
          Integer.parseInt(yyyymmdd.substring(4, 6)),
          Integer.parseInt(yyyymmdd.substring(6, 8)));
      return year >= FIRST_YEAR && year < LAST_YEAR;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** ISO 7064 MOD 11-2. */
  private static boolean hasPersonCheck(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (text.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11) == text.charAt(17);
  }

  /**
   * No province has a code of 9 and a digit, so an enterprise's code (91, 92, 93) is no person's.
   */
  private static boolean isEnterprise(String text) {
    return text.charAt(0) == '9' && hasCreditCheck(text);
  }

  /** The check character of a unified social credit code (GB 32100). */
  static boolean hasCreditCheck(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int value = CREDIT.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return CREDIT.charAt((31 - sum % 31) % 31) == code.charAt(17);
  }

  /** ISO 7064 MOD 11,10, as in business registration numbers of 15 digits. */
  private static boolean hasRegistrationCheck(String number) {
    int product = 10;
    for (int i = 0; i < 14; i++) {
      int sum = (product + number.charAt(i) - '0') % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (product + number.charAt(14) - '0') % 10 == 1;
  }
}
