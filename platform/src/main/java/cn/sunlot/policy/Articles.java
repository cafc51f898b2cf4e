package cn.sunlot.policy;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Articles of a document in words. */
final class Articles {

  private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]?)(\\.[0-9]+)?");
  private static final String DIGITS = "零一二三四五六七八九";

  private Articles() {}

  /**
   * The article of a clause.
   *
   * @param number what follows the prefix in the id of the clause: {@code 12}, {@code 9.1}
   * @return empty for anything else than a number up to 99, which is cited by the document alone
   */
  static Optional<Integer> number(String number) {
    Matcher article = NUMBER.matcher(number);
    return article.matches() ? Optional.of(Integer.parseInt(article.group(1))) : Optional.empty();
  }

  /** The document with these articles, or alone where there are none. */
  static Texts cite(Texts document, Collection<Integer> articles) {
    if (articles.isEmpty()) {
      return document;
    }
    String zh = articles.stream().map(n -> "第" + chinese(n) + "条").collect(Collectors.joining("、"));
    return new Texts(
        document.zh() + zh,
        (articles.size() == 1 ? "article " : "articles ")
            + english(articles)
            + " of "
            + document.en());
  }

  private static String english(Collection<Integer> articles) {
    String all = articles.stream().map(String::valueOf).collect(Collectors.joining(", "));
    int last = all.lastIndexOf(", ");
    return last < 0 ? all : all.substring(0, last) + " and" + all.substring(last + 1);
  }

  /** 1 to 99 in Chinese numerals. */
  private static String chinese(int n) {
    String tens = n < 10 ? "" : (n < 20 ? "" : DIGITS.substring(n / 10, n / 10 + 1)) + "十";
    return tens + (n % 10 == 0 ? "" : DIGITS.substring(n % 10, n % 10 + 1));
  }
}
