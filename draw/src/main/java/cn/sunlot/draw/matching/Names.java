package cn.sunlot.draw.matching;

import java.util.regex.Pattern;

/** The shapes of names (section 3). */
final class Names {
  /** Role, class, reason code, kind of source. */
  static final Pattern SHORT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Group and person. */
  static final Pattern LONG = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  /** Id of a public source. */
  static final Pattern FREE = Pattern.compile("[^\\p{Cc}]+");

  private Names() {}
}
