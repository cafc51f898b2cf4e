package cn.sunlot.kernel.papers;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Text of which every character can be printed.
 *
 * <p>A character that the font lacks is printed as its code, {@code 〔U+20BB7〕}, so that nobody
 * takes the paper for complete; where a plainer form of the same character is there, that is
 * printed.
 *
 * @param missing codes of the characters that could not be printed, in order
 */
record Printable(String text, Set<String> missing) {

  /** Drawn alike; the font has the more common one, or it would be the other that is copied. */
  private static final Map<Integer, Integer> TWINS =
      Map.of(0x3B35, 0x80F6, 0x301C, 0xFF5E, 0x2215, 0xFF0F);

  static Printable of(String text, IntPredicate font) {
    StringBuilder out = new StringBuilder(text.length());
    Set<String> missing = new TreeSet<>();
    text.codePoints().forEach(c -> append(out, c, font, missing));
    return new Printable(out.toString(), missing);
  }

  private static void append(StringBuilder out, int c, IntPredicate font, Set<String> missing) {
    if (c == '\n') {
      out.append('\n');
    } else if (Character.isSpaceChar(c) || c == '\t') {
      out.append(font.test(c) ? Character.toString(c) : " ");
    } else if (isSilent(c)) {
      return;
    } else if (font.test(c)) {
      out.appendCodePoint(c);
    } else {
      String plain = plain(c);
      if (plain.codePoints().allMatch(font)) {
        out.append(plain);
      } else {
        String code = "U+%04X".formatted(c);
        missing.add(code);
        out.append('〔').append(code).append('〕');
      }
    }
  }

  private static String plain(int c) {
    Integer twin = TWINS.get(c);
    return twin == null
        ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
        : Character.toString(twin);
  }

  /** What has no shape of its own, or must not stand in a document at all. */
  private static boolean isSilent(int c) {
    boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    return selector
        || switch (Character.getType(c)) {
          case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
          default -> false;
        };
  }
}
