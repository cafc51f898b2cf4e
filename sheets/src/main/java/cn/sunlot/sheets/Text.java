package cn.sunlot.sheets;

import java.util.Locale;

/**
 * A sentence for people, in both languages of the product.
 *
 * @param zh Chinese
 * @param en English
 */
public record Text(String zh, String en) {

  /** The sentence in the given language: Chinese for {@code zh}, English for every other. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }

  static Text format(String zh, String en, Object... arguments) {
    return new Text(
        String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
  }

  @Override
  public String toString() {
    return zh + " / " + en;
  }
}
