package cn.sunlot.registry.store.index;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Terms of one field of one document after the other. A registry has a hundred million of them, so
 * they are slices of one text.
 */
final class Terms extends TokenStream {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final StringBuilder text = new StringBuilder();
  private int[] begins = new int[64];
  private int[] ends = new int[64];
  private int[] steps = new int[64];
  private int count;
  private int next;

  /** Begins the terms of another document. */
  Terms clear() {
    text.setLength(0);
    count = 0;
    return this;
  }

  /** Adds a term at the next position. */
  Terms add(String one) {
    slice(text.length(), text.length() + one.length(), 1);
    text.append(one);
    return this;
  }

  /**
   * Adds all pieces of so many characters, each at the position where it begins.
   *
   * @param characters one after the other; where one may be read in several ways, all of them
   */
  Terms pieces(List<String> characters, int length) {
    int begin = text.length();
    boolean simple = true;
    for (String one : characters) {
      text.append(one);
      simple &= one.length() == 1;
    }
    for (int from = 0; from + length <= characters.size(); from++) {
      if (simple) {
        slice(begin + from, begin + from + length, 1);
      } else {
        int[] position = {1};
        spell(characters, from, from + length, "", piece -> beside(piece, position));
      }
    }
    return this;
  }

  private void beside(String piece, int[] position) {
    slice(text.length(), text.length() + piece.length(), position[0]);
    text.append(piece);
    position[0] = 0;
  }

  private static void spell(
      List<String> characters, int from, int to, String begun, Consumer<String> take) {
    if (from == to) {
      take.accept(begun);
      return;
    }
    characters
        .get(from)
        .codePoints()
        .forEach(c -> spell(characters, from + 1, to, begun + Character.toString(c), take));
  }

  private void slice(int begin, int end, int by) {
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      steps = Arrays.copyOf(steps, 2 * count);
    }
    begins[count] = begin;
    ends[count] = end;
    steps[count++] = by;
  }

  @Override
  public boolean incrementToken() {
    if (next == count) {
      return false;
    }
    clearAttributes();
    term.append(text, begins[next], ends[next]);
    step.setPositionIncrement(steps[next]);
    next++;
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
