package cn.sunlot.portal.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody typed to find a name, or a credit code.
 *
 * <p>It is folded as {@code publicity.name_key} folds the names: full-width letters and digits as
 * half-width ones, no blanks, ASCII in lower case.
 *
 * @param key what is looked for in the folded names
 */
public record SearchText(String key) {

  /** No name is longer; a longer text is cut. */
  static final int LONGEST = 100;

  private static final int CODE = 18;

  public static Optional<SearchText> of(String typed) {
    String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    StringBuilder key = new StringBuilder();
    // Nothing that PostgreSQL cannot hold.
    folded
        .codePoints()
        .filter(c -> c != 0 && !Character.isSurrogate((char) c) || c > 0xFFFF)
        .limit(LONGEST)
        .map(c -> c < 128 ? Character.toLowerCase(c) : c)
        .forEach(key::appendCodePoint);
    return key.isEmpty() ? Optional.empty() : Optional.of(new SearchText(key.toString()));
  }

  /** Pieces that every name with this text in it has: its pairs, or its one character. */
  String[] pieces() {
    int[] points = key.codePoints().toArray();
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < points.length; i++) {
      pieces.add(new String(points, i, 2));
    }
    return pieces.isEmpty() ? new String[] {key} : pieces.toArray(String[]::new);
  }

  /** Whether the pieces alone decide. */
  boolean exactByPieces() {
    return key.codePointCount(0, key.length()) <= 2;
  }

  /** The credit code, if it has the shape of one. */
  Optional<String> creditCode() {
    String code = key.toUpperCase(Locale.ROOT);
    return code.matches("[0-9A-Z]{" + CODE + "}") ? Optional.of(code) : Optional.empty();
  }
}
