package cn.sunlot.sheets;

import cn.sunlot.sheets.Change.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One pass over one text: what {@link Normalised} promises. */
final class Folding {

  private static final String CHINESE_PUNCTUATION = "（），：；！？";

  private final boolean code;
  private final StringBuilder out = new StringBuilder();
  private final Map<Kind, Change> changes = new EnumMap<>(Kind.class);
  private final List<Integer> gap = new ArrayList<>();

  Folding(boolean code) {
    this.code = code;
  }

  Normalised fold(String text) {
    text.codePoints().forEach(this::take);
    gap.forEach(blank -> note(Kind.TRIMMED, blank));
    return new Normalised(out.toString(), List.copyOf(changes.values()));
  }

  /**
   * Whether there is nothing to fold. Most cells are so: printable ASCII and common ideographs,
   * without a blank.
   */
  static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c > 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF))) {
        return false;
      }
    }
    return true;
  }

  private void take(int codePoint) {
    if (Blanks.isBlank(codePoint)) {
      gap.add(codePoint);
    } else if (Blanks.isInvisible(codePoint)) {
      note(Kind.INVISIBLE_REMOVED, codePoint);
    } else {
      closeGap();
      out.appendCodePoint(seen(codePoint));
    }
  }

  private void closeGap() {
    if (gap.isEmpty()) {
      return;
    }
    if (out.isEmpty()) {
      gap.forEach(blank -> note(Kind.TRIMMED, blank));
    } else if (code) {
      gap.forEach(blank -> note(Kind.BLANKS_REMOVED, blank));
    } else {
      out.append(' ');
      if (gap.size() > 1 || gap.get(0) != ' ') {
        note(Kind.BLANKS_JOINED, gap.get(0) == ' ' ? gap.get(gap.size() - 1) : gap.get(0));
      }
    }
    gap.clear();
  }

  private int seen(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint;
    }
    if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
      if (!code && CHINESE_PUNCTUATION.indexOf(codePoint) >= 0) {
        return codePoint;
      }
      note(Kind.WIDTH_FOLDED, codePoint);
      return codePoint - 0xFF01 + 0x21;
    }
    if (codePoint >= 0x2F00 && codePoint <= 0x2FD5) {
      note(Kind.RADICAL_FOLDED, codePoint);
      return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
          .codePointAt(0);
    }
    return kept(codePoint);
  }

  private int kept(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.PRIVATE_USE) {
      note(Kind.PRIVATE_USE_KEPT, codePoint);
    } else if (codePoint >= 0xE0100 && codePoint <= 0xE01EF) {
      note(Kind.VARIANT_KEPT, codePoint);
    } else if (type == Character.SURROGATE || codePoint == 0xFFFD) {
      note(Kind.LOST_CHARACTER, codePoint);
      return 0xFFFD;
    }
    return codePoint;
  }

  private void note(Kind kind, int codePoint) {
    changes.merge(
        kind,
        new Change(kind, 1, codePoint),
        (old, one) -> new Change(kind, old.count() + 1, old.example()));
  }
}
