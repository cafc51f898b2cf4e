package cn.sunlot.sheets;

import java.util.Locale;

/**
 * What a cell's number format makes of its number.
 *
 * @param kind plain, a date, a time of day, or filled up with zeros
 * @param zeros how many digits a number is filled up to
 */
record NumberStyle(Kind kind, int zeros) {

  static final NumberStyle PLAIN = new NumberStyle(Kind.PLAIN, 0);
  static final NumberStyle DATE = new NumberStyle(Kind.DATE, 0);
  static final NumberStyle TIME = new NumberStyle(Kind.TIME, 0);

  enum Kind {
    PLAIN,
    DATE,
    TIME,
    ZEROS
  }

  /**
   * The formats that Excel knows by number only (ECMA-376 part 1, 18.8.30), 27 to 36 and 50 to 58
   * in their Chinese meaning.
   */
  static NumberStyle ofBuiltIn(int id) {
    return switch (id) {
      case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
      case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
      default -> PLAIN;
    };
  }

  static NumberStyle ofCode(String code) {
    String bare = bare(code);
    if (bare.matches("0{2,30}")) {
      return new NumberStyle(Kind.ZEROS, bare.length());
    }
    String low = bare.toLowerCase(Locale.ROOT);
    if (low.contains("general") || low.contains("[")) {
      return PLAIN;
    }
    boolean era = low.contains("e") && !low.contains("e+") && !low.contains("e-");
    boolean clock = low.contains("h") || low.contains("s");
    boolean month = low.contains("m") && !clock;
    if (low.contains("y") || low.contains("d") || era || month) {
      return DATE;
    }
    return clock ? TIME : PLAIN;
  }

  /** The first section of a format without literals, colours and locales; [h] and the like stay. */
  private static String bare(String code) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        if (c == ';') {
          break;
        } else if (c == '\\' || c == '_' || c == '*') {
          i++;
        } else if (c == '[') {
          i = bracket(code, i, out);
        } else {
          out.append(c);
        }
      }
    }
    return out.toString();
  }

  /** Passes over a bracket; elapsed time ([h], [mm], [s]) is a duration, which stays a number. */
  private static int bracket(String code, int from, StringBuilder out) {
    int end = code.indexOf(']', from);
    if (end < 0) {
      return code.length();
    }
    if (code.substring(from + 1, end).matches("[hH]+|[mM]+|[sS]+")) {
      out.append('[');
    }
    return end;
  }
}
