package cn.sunlot.policy;

import java.util.Locale;

/** A text in both languages. */
public record Texts(String zh, String en) {

  public Texts {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a text has both languages: zh and en");
    }
  }

  public String in(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}
