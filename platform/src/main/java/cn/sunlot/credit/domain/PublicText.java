package cn.sunlot.credit.domain;

import java.util.regex.Pattern;

/** A text that somebody wrote, as everybody may read it: without numbers that lead to a person. */
public final class PublicText {

  /**
   * Identity numbers, mobile and fixed telephones; longer runs of digits and credit codes are none.
   */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:"
              + "[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{5}[0-9Xx]"
              + "|(?:\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}"
              + "|0[1-9][0-9]{1,2}[- ]?[2-9][0-9]{6,7}"
              + ")(?![0-9A-Za-z])");

  private static final String STRUCK = "***";

  private PublicText() {}

  /** The text with such numbers struck out. */
  public static String of(String text) {
    return PERSONAL.matcher(text).replaceAll(STRUCK);
  }
}
