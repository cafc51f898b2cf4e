package cn.sunlot.draw.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A message key with its arguments; the texts of this library stand in {@code
 * cn/sunlot/draw/messages*.properties}.
 *
 * @param bundle where the texts stand
 * @param key a key of the bundle
 * @param args put into the text at {0}, {1} …, as plain text: integers are not grouped
 */
public record Say(String bundle, String key, List<String> args) {

  private static final String BUNDLE = "cn.sunlot.draw.messages";

  /** Chinese is the base bundle; a machine's own locale must not decide what a report says. */
  private static final Control NO_MACHINE_LOCALE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  public Say {
    args = List.copyOf(args);
  }

  /** A message of this key; arguments are turned to text by {@code toString}. */
  public static Say of(String key, Object... args) {
    return from(BUNDLE, key, args);
  }

  /** A message of another bundle, of a library that adds to what is said here. */
  public static Say from(String bundle, String key, Object... args) {
    return new Say(bundle, key, List.of(args).stream().map(Objects::toString).toList());
  }

  /** The text in this language: English for {@code en}, otherwise Chinese. */
  public String in(Locale locale) {
    ResourceBundle texts =
        ResourceBundle.getBundle(bundle, locale, Say.class.getClassLoader(), NO_MACHINE_LOCALE);
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(args.toArray());
  }

  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
