package cn.sunlot.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.draw.text.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a unit needs to find its own line, as a text for a printed notice: letters and digits that
 * cannot be taken for each other, in groups of five, with a sum that finds slips of the pen. It
 * says of which draw it is, without the draw's name.
 *
 * <p>The bytes are: a format of 1, two bytes of H(drawId), 32 of the salt, the unit in UTF-8, three
 * of the SHA-256 over all before; the text is Crockford's base 32.
 *
 * @param mark which draw it is of
 * @param unit the unitId
 * @param salt 64 hex digits
 */
public record LineCode(int mark, String unit, String salt) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte FORMAT = 1;
  private static final int MARK = 2;
  private static final int SUM = 3;
  private static final int LEAST = 1 + MARK + Suite.LENGTH + 1 + SUM;
  private static final int GROUP = 5;
  private static final int BITS = 5;

  /** Longest text that is looked at. */
  private static final int LONGEST = 1000;

  /** The code of a unit's line in a draw. */
  public static LineCode of(String drawId, String unit, String salt) {
    Names.unitId(unit);
    Names.require(Names.HEX32, "salt", salt);
    return new LineCode(markOf(drawId), unit, salt);
  }

  /** Whether it is of this draw. */
  public boolean isOf(String drawId) {
    return mark == markOf(drawId);
  }

  private static int markOf(String drawId) {
    byte[] hash = Suite.SHA256.hash(("sunlot/line/v1\n" + drawId).getBytes(UTF_8));
    return Short.toUnsignedInt(ByteBuffer.wrap(hash).getShort());
  }

  /** What opens the line. */
  public Opening open(Suite suite, String drawId) {
    byte[] head = ("sunlot/unit/v1\n" + drawId + "\n" + unit + "\n").getBytes(UTF_8);
    return new Opening(unit, salt, Names.hex(suite.hash(head, Names.bytes32("salt", salt))));
  }

  /** The text, in groups of five with hyphens. */
  public String text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(FORMAT);
    bytes.write(mark >> 8);
    bytes.write(mark);
    bytes.writeBytes(Names.bytes32("salt", salt));
    bytes.writeBytes(unit.getBytes(UTF_8));
    bytes.writeBytes(sum(bytes.toByteArray()));
    return grouped(letters(bytes.toByteArray()));
  }

  /**
   * Reads a code as people type it: small letters, blanks, I and O and L do not matter.
   *
   * @throws Refusal if it is no code, or was mistyped
   */
  public static LineCode parse(String typed) {
    byte[] bytes = bytes(typed);
    if (bytes.length < LEAST || bytes[0] != FORMAT) {
      throw Refusal.of("line-code.form");
    }
    byte[] said = Arrays.copyOf(bytes, bytes.length - SUM);
    byte[] sum = Arrays.copyOfRange(bytes, bytes.length - SUM, bytes.length);
    if (!MessageDigest.isEqual(sum(said), sum)) {
      throw Refusal.of("line-code.sum");
    }
    int from = 1 + MARK;
    String salt = Names.hex(Arrays.copyOfRange(said, from, from + Suite.LENGTH));
    String unit = text(Arrays.copyOfRange(said, from + Suite.LENGTH, said.length));
    Names.unitId(unit);
    return new LineCode(Short.toUnsignedInt(ByteBuffer.wrap(said, 1, MARK).getShort()), unit, salt);
  }

  private static String text(byte[] utf8) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of("line-code.form");
    }
  }

  private static byte[] sum(byte[] bytes) {
    return Arrays.copyOf(Suite.SHA256.hash(bytes), SUM);
  }

  private static String letters(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = held << 8 | Byte.toUnsignedInt(b);
      bits += 8;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt(held >> bits & 31));
        held &= (1 << bits) - 1;
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(ALPHABET.charAt(held << BITS - bits)).toString();
  }

  private static String grouped(String letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(letters.charAt(i));
    }
    return text.toString();
  }

  private static byte[] bytes(String typed) {
    if (typed.length() > LONGEST) {
      throw Refusal.of("line-code.form");
    }
    String letters =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char letter : letters.toCharArray()) {
      int value = ALPHABET.indexOf(letter);
      if (value < 0) {
        throw Refusal.of("line-code.form");
      }
      held = held << BITS | value;
      bits += BITS;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    if (bits >= BITS || held != 0) {
      throw Refusal.of("line-code.form");
    }
    return bytes.toByteArray();
  }
}
