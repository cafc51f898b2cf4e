package cn.sunlot.draw;

import cn.sunlot.draw.text.Refusal;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What names, hashes and values may look like (sections 3, 5, 6). */
public final class Names {

  /** drawId, stratum, role, class, reason code, kind of source. */
  public static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Group, person. */
  public static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  /** Party. */
  public static final Pattern PARTY = Pattern.compile("[a-z0-9-]{1,32}");

  /** 32 bytes in hex: token, ticket, root, commitment, nonce, chain value. */
  public static final Pattern HEX32 = Pattern.compile("[0-9a-f]{64}");

  /** 32 bytes in hex, or nothing. */
  public static final Pattern HEX32_OR_NONE = Pattern.compile("([0-9a-f]{64})?");

  /** Text without control characters: id of a public source, task. */
  public static final Pattern TEXT = Pattern.compile("\\P{Cc}*");

  /** A public value: neither spaces nor control characters (section 6). */
  public static final Pattern VALUE = Pattern.compile("[^\\p{Z}\\p{Cc}]+");

  /** A time of the commitment document. */
  public static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

  private static final HexFormat HEX = HexFormat.of();

  private Names() {}

  /**
   * The value, which must match the pattern.
   *
   * @param what what the value is, for the message
   * @throws Refusal if it does not
   */
  public static String require(Pattern pattern, String what, String value) {
    if (!pattern.matcher(value).matches()) {
      throw Refusal.of("name.pattern", what, value, pattern.pattern());
    }
    return value;
  }

  /**
   * The unitId in UTF-8: not empty, no control characters, no half surrogate pairs (section 3).
   *
   * @throws Refusal if it is none
   */
  public static byte[] unitId(String unitId) {
    CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
    if (unitId.isEmpty()
        || unitId.codePoints().anyMatch(Names::isControl)
        || !utf8.canEncode(unitId)) {
      throw Refusal.of("name.unit", unitId);
    }
    return unitId.getBytes(StandardCharsets.UTF_8);
  }

  /** Lower-case hex. */
  public static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  /**
   * The 32 bytes of this hex text.
   *
   * @throws Refusal if it is not 64 lower-case hex digits
   */
  public static byte[] bytes32(String what, String hex) {
    return HEX.parseHex(require(HEX32, what, hex));
  }

  private static boolean isControl(int c) {
    return Character.getType(c) == Character.CONTROL;
  }
}
