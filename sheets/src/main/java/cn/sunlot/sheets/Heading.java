package cn.sunlot.sheets;

import org.jspecify.annotations.Nullable;

/**
 * A column to write.
 *
 * @param name its name, in the header
 * @param width in characters of the standard font, a Chinese character counting two
 * @param note a remark on the header's cell for those who fill in the column, or null
 */
public record Heading(String name, double width, @Nullable String note) {

  /** A column as wide as its name, at least 12. */
  public static Heading of(String name) {
    int width = name.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    return new Heading(name, Math.min(60, Math.max(12, width + 4)), null);
  }

  /** The same column with a remark. */
  public Heading withNote(String newNote) {
    return new Heading(name, width, newNote);
  }

  /** The same column with another width. */
  public Heading withWidth(double newWidth) {
    return new Heading(name, newWidth, note);
  }
}
