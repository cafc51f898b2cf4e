package cn.sunlot.sheets;

import java.util.Locale;

/**
 * What normalising did to a text, or met in it and left.
 *
 * @param kind what was done
 * @param count to how many characters
 * @param example the code point of the first of them
 */
public record Change(Kind kind, int count, int example) {

  /** The sentence for people: what, how often, and the first character as U+XXXX. */
  public Text message() {
    String shown = String.format(Locale.ROOT, "U+%04X", example);
    return Text.format(
        kind.zh + "（%1$d 处，如 %2$s）", kind.en + " (%1$d, such as %2$s)", count, shown);
  }

  /** What can happen to a text. */
  public enum Kind {
    WIDTH_FOLDED("全角字符改为半角", "full-width characters made half-width"),
    TRIMMED("去掉首尾空白", "blanks at the ends removed"),
    BLANKS_JOINED("中间的空白合并为一个空格", "blanks inside made one space"),
    BLANKS_REMOVED("去掉中间的空白", "blanks inside removed"),
    INVISIBLE_REMOVED("去掉看不见的字符", "invisible characters removed"),
    RADICAL_FOLDED("部首符号改为同形汉字", "radical symbols replaced by the characters they look like"),
    PRIVATE_USE_KEPT(
        "含有自造字（保留，其他电脑上可能显示不出）", "private-use characters (kept; other machines may not show them)"),
    VARIANT_KEPT("含有字形选择符（保留）", "glyph variants of characters (kept)"),
    LOST_CHARACTER("含有丢失的字符（�），原字已无法恢复", "characters already lost (�); they cannot be restored");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** Whether the text was changed; otherwise it only holds something worth a look. */
    public boolean changed() {
      return this != PRIVATE_USE_KEPT && this != VARIANT_KEPT && this != LOST_CHARACTER;
    }
  }
}
