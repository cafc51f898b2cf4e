package cn.sunlot.sheets;

import java.util.ArrayList;
import java.util.List;

/** Finds what separates the cells of a text file: the comma, the semicolon or the tab. */
final class Delimiter {

  private static final char[] CANDIDATES = {',', '\t', ';'};
  private static final int RECORDS = 30;

  private Delimiter() {}

  /**
   * The delimiter of a file that starts with this text. The winner splits the most records into as
   * many cells as the fullest of the first rows has, and into more than one.
   */
  static char detect(String start) {
    char best = ',';
    long bestScore = 0;
    for (char candidate : CANDIDATES) {
      List<Integer> widths = widths(start, candidate);
      int widest = widths.stream().mapToInt(Integer::intValue).limit(5).max().orElse(1);
      if (widest > 1) {
        long agreeing = widths.stream().filter(width -> width == widest).count();
        long score = agreeing * 1000 / widths.size() * 1000 + Math.min(widest, 999);
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    return best;
  }

  /** How many cells each of the first records would have. */
  private static List<Integer> widths(String text, char delimiter) {
    List<Integer> widths = new ArrayList<>();
    boolean quoted = false;
    int width = 1;
    int inRecord = 0;
    for (int i = 0; i < text.length() && widths.size() < RECORDS; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        inRecord++;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (inRecord > 0) {
          widths.add(width);
        }
        width = 1;
        inRecord = 0;
      } else {
        inRecord++;
        width += !quoted && c == delimiter ? 1 : 0;
      }
    }
    if (inRecord > 0 && widths.size() < RECORDS) {
      widths.add(width);
    }
    return widths;
  }
}
