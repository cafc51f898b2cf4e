package cn.sunlot.translog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names and ids of keys. */
final class KeyName {

  private static final int NEXT_LINE = 0x85;

  private KeyName() {}

  /** Not empty, without spaces, plus and control characters. */
  static boolean fits(String name) {
    return !name.isEmpty() && name.codePoints().noneMatch(KeyName::refused);
  }

  private static boolean refused(int c) {
    return c == '+'
        || c < ' '
        || c == NEXT_LINE
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.SURROGATE;
  }

  /** First four bytes of SHA-256(name ‖ LF ‖ type ‖ public key). */
  static int id(String name, KeyType type, byte[] publicKey) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(UTF_8));
      digest.update(type.number());
      return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Eight hex digits. */
  static String hex(int id) {
    return HexFormat.of().toHexDigits(id);
  }
}
