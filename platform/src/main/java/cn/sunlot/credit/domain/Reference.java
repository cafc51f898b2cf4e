package cn.sunlot.credit.domain;

import java.util.regex.Pattern;

/** References of other systems to what they tell. */
public final class Reference {

  private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N} ._:/()（）〔〕\\[\\]-]{1,64}");

  /** A resident's identity number, alone or within something longer: no person gets in here. */
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![0-9])[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-9]{5}[0-9Xx](?![0-9A-Za-z])");

  private Reference() {}

  /** Whether it can be a reference, and holds no person's identity number. */
  public static boolean isRight(String text) {
    return SHAPE.matcher(text).matches() && !IDENTITY.matcher(text).find();
  }
}
