package cn.sunlot.sheets;

/**
 * Keeps spreadsheet programs from taking a csv cell for a formula: a text that begins with {@code =
 * + - @}, one of their full-width forms, a tab or a line break gets an apostrophe in front, and so
 * does a text that would be mistaken for one that already got it. Reading takes it away again.
 */
final class CsvText {

  private static final String DANGEROUS = "=+-@＝＋－＠\t\r\n";

  private CsvText() {}

  static String write(String text) {
    return endangered(text) ? "'" + text : text;
  }

  static String read(String text) {
    return text.startsWith("'") && endangered(text) ? text.substring(1) : text;
  }

  private static boolean endangered(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && DANGEROUS.indexOf(text.charAt(at)) >= 0;
  }
}
