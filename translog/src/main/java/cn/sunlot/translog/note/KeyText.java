package cn.sunlot.translog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.translog.BadNote;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key, {@code name+id+base64(type ‖ 32 bytes)}, taken apart.
 *
 * @param name name of the key
 * @param id what the text says of its id; not compared with the key yet
 * @param type the type
 * @param material the 32 bytes
 */
record KeyText(String name, int id, KeyType type, byte[] material) {

  private static final Pattern FORM = Pattern.compile("([^+]*)\\+([0-9a-f]{8})\\+(.*)");

  /** Writes the text. */
  String write() {
    byte[] typed = new byte[material.length + 1];
    typed[0] = type.number();
    System.arraycopy(material, 0, typed, 1, material.length);
    String base64 = Base64.getEncoder().encodeToString(typed);
    return name + "+" + KeyName.hex(id) + "+" + base64;
  }

  /**
   * Reads the text.
   *
   * @param shown what a message says of it
   */
  static KeyText parse(String text, String shown) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || !KeyName.fits(parts.group(1))) {
      throw new BadNote("key.form", shown);
    }
    byte[] typed = bytes(parts.group(3), shown);
    if (typed.length == 0) {
      throw new BadNote("key.form", shown);
    }
    KeyType type = KeyType.of(typed[0], shown);
    if (typed.length != Ed25519.KEY + 1) {
      throw new BadNote("key.length", typed.length - 1, Ed25519.KEY, shown);
    }
    return new KeyText(
        parts.group(1),
        Integer.parseUnsignedInt(parts.group(2), 16),
        type,
        Arrays.copyOfRange(typed, 1, typed.length));
  }

  private static byte[] bytes(String base64, String shown) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.getBytes(UTF_8));
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new BadNote("key.form", shown);
    }
    throw new BadNote("key.form", shown);
  }
}
