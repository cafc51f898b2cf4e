package cn.sunlot.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Articles of a document in words. */
final class Articles {

  private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]?)(\\.[0-9]+)?");
  private static final String DIGITS = "零一二三四五六七八九";

  private Articles() {}

  /**
   * The document and the article.
   *
   * @param number what follows the prefix in the id of the clause: {@code 12}, {@code 9.1};
   *     anything else than a number of an article up to 99 is cited by the document alone
   */
  static Texts cite(Texts document, String number) {
    Matcher article = NUMBER.matcher(number);
    if (!article.matches()) {
      return document;
    }
    int n = Integer.parseInt(article.group(1));
    return new Texts(
        document.zh() + "第" + chinese(n) + "条", "article " + n + " of " + document.en());
  }

  /** 1 to 99 in Chinese numerals. */
  private static String chinese(int n) {
    String tens = n < 10 ? "" : (n < 20 ? "" : DIGITS.substring(n / 10, n / 10 + 1)) + "十";
    return tens + (n % 10 == 0 ? "" : DIGITS.substring(n % 10, n % 10 + 1));
  }
}
