package cn.sunlot.registry.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of a target's id is the same where one thing was registered under two: letters that are
 * taken for digits, the organisation code or old number inside a credit code.
 */
public final class ComparableCode {

  /** An organisation code: eight characters and its check character, perhaps after a hyphen. */
  private static final Pattern ORGANISATION = Pattern.compile("([A-Z0-9]{8})-?([A-Z0-9])");

  private static final Pattern NO_CODE = Pattern.compile("[^A-Z0-9]");
  private static final int CREDIT_CODE = 18;

  private ComparableCode() {}

  /** As eyes confuse them: O and 0, I, L and 1, Z and 2, S and 5, B and 8. */
  public static String folded(String unitId) {
    StringBuilder folded = new StringBuilder();
    NO_CODE
        .matcher(number(unitId))
        .replaceAll("")
        .chars()
        .forEach(
            c ->
                folded.append(
                    switch (c) {
                      case 'O', 'Q' -> '0';
                      case 'I', 'L' -> '1';
                      case 'Z' -> '2';
                      case 'S' -> '5';
                      case 'B' -> '8';
                      default -> (char) c;
                    }));
    return registry(unitId) + folded;
  }

  /**
   * The nine characters of the organisation, GB 11714: of a credit code those from the ninth on.
   */
  public static Optional<String> organisation(String unitId) {
    if (isCreditCode(unitId)) {
      return Optional.of(unitId.substring(8, 17));
    }
    var nine = ORGANISATION.matcher(number(unitId));
    return nine.matches() ? Optional.of(nine.group(1) + nine.group(2)) : Optional.empty();
  }

  /** The fifteen characters of an old registration number, which some credit codes hold. */
  public static Optional<String> oldNumber(String unitId) {
    if (isCreditCode(unitId)) {
      return Optional.of(unitId.substring(2, 17));
    }
    return unitId.startsWith(UnitId.OLD + ":") ? Optional.of(number(unitId)) : Optional.empty();
  }

  /** Ids under which the same thing may be registered, as far as they can be told. */
  public static List<String> otherForms(String unitId) {
    return isCreditCode(unitId) ? List.of(UnitId.OLD + ":" + unitId.substring(2, 17)) : List.of();
  }

  static boolean isCreditCode(String unitId) {
    return unitId.length() == CREDIT_CODE && unitId.indexOf(':') < 0;
  }

  private static String registry(String unitId) {
    return unitId.substring(0, unitId.indexOf(':') + 1);
  }

  private static String number(String unitId) {
    return unitId.substring(unitId.indexOf(':') + 1);
  }
}
