package cn.sunlot.kernel;

import java.io.Serial;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A setting that the platform cannot start with; the message names the variable, its value and what
 * is possible.
 */
public final class WrongSetting extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A setting that is wrong.
   *
   * @param property as Spring names it, e.g. {@code sunlot.lockout.minutes}; the message names the
   *     environment variable
   * @param possible what may be written, as a sentence
   */
  public WrongSetting(String property, String value, String possible) {
    this("%s=%s: %s".formatted(variable(property), value, possible));
  }

  /** Settings that do not go together. */
  public WrongSetting(String message) {
    super(message);
  }

  /** The whole number of a setting, between the two. */
  public static int number(String property, String value, int least, int most) {
    if (!value.matches("[0-9]{1,6}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw new WrongSetting(
          property, value, "write a whole number from %d to %d.".formatted(least, most));
    }
    return Integer.parseInt(value);
  }

  /** The choice of a setting, by its wire name. */
  public static <E extends Enum<E>> E choice(String property, String value, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> Lifecycle.wireName(e).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongSetting(
                    property,
                    value,
                    Arrays.stream(type.getEnumConstants())
                        .map(Lifecycle::wireName)
                        .collect(Collectors.joining(" or ", "write ", "."))));
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }
}
