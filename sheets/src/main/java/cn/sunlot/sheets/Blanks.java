package cn.sunlot.sheets;

/** What people cannot see in a text. */
final class Blanks {

  private Blanks() {}

  /** Whether nothing in the text can be seen. */
  static boolean blank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c) && !isInvisible(c)) {
        return text.codePoints().allMatch(p -> isBlank(p) || isInvisible(p));
      }
    }
    return true;
  }

  /** Takes room but shows nothing: spaces of every kind, line breaks, the two blank letters. */
  static boolean isBlank(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint == ' ' || (codePoint >= 0x09 && codePoint <= 0x0D);
    }
    return Character.isSpaceChar(codePoint)
        || codePoint == 0x85
        || codePoint == 0x2800
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0;
  }

  /**
   * Takes no room and shows nothing: control and format characters and the selectors of emoji and
   * text style. The selectors that choose a glyph of an ideograph (U+E0100 and on) are not among
   * them: they tell apart characters in people's names.
   */
  static boolean isInvisible(int codePoint) {
    if (codePoint >= 0x20 && codePoint < 0x7F) {
      return false;
    }
    int type = Character.getType(codePoint);
    return (type == Character.CONTROL && !isBlank(codePoint))
        || type == Character.FORMAT
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0x034F;
  }
}
