package cn.sunlot.sheets;

import java.util.List;

/**
 * A text made comparable, and what that took. Normalising twice changes nothing more.
 *
 * @param text the result
 * @param changes what was done, and what was met and kept; empty when the text was fine
 */
public record Normalised(String text, List<Change> changes) {

  /** Copies the changes. */
  public Normalised {
    changes = List.copyOf(changes);
  }

  /**
   * Normalises a name, an address or other prose. Full-width letters, digits and signs become
   * half-width, but the punctuation that Chinese is written with, （ ） ， ： ； ！ ？, stays: it belongs
   * to the registered name. Blanks go from the ends and become one space inside; control and
   * zero-width characters go; radicals as copied from PDF (U+2F00 and on) become the characters
   * they stand for. Private-use characters stay and are reported.
   */
  public static Normalised ofText(String text) {
    return Folding.plain(text) ? same(text) : new Folding(false).fold(text);
  }

  /**
   * Normalises a code or a number: all full-width forms become half-width, and blanks go inside
   * too. Letters keep their case.
   */
  public static Normalised ofCode(String text) {
    return Folding.plain(text) ? same(text) : new Folding(true).fold(text);
  }

  private static Normalised same(String text) {
    return new Normalised(text, List.of());
  }

  /** Whether the text differs from what was given. */
  public boolean changed() {
    return changes.stream().anyMatch(change -> change.kind().changed());
  }
}
