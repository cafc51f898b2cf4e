package cn.sunlot.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One wrong value, to be put into words for the reader.
 *
 * @param row the row as the user counts it, or null outside tables
 * @param field the field's name on the screen
 * @param value the value as given
 * @param key of its text in {@code messages/}: what is wrong; under {@code <key>.fix} the way out
 * @param arguments of both texts; numbers as text, so that years get no thousands separator
 */
public record WrongValue(
    @Nullable Integer row,
    String field,
    @Nullable String value,
    String key,
    List<String> arguments) {

  /** A wrong value outside tables. */
  public static WrongValue of(
      String field, @Nullable String value, String key, String... arguments) {
    return new WrongValue(null, field, value, key, List.of(arguments));
  }

  /** The same in this row. */
  public WrongValue inRow(int number) {
    return new WrongValue(number, field, value, key, arguments);
  }
}
