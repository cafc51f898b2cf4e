package cn.sunlot.cli;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * 32 bytes from what a witness typed: 64 hex digits stand for themselves; at least 50 throws of a
 * die (129 bits) or any text of at least 24 different-looking characters are hashed.
 */
final class TypedNonce {

  private static final int DICE = 50;
  private static final int TEXT = 24;
  private static final int DISTINCT = 8;
  private static final int DISTINCT_DICE = 4;

  private TypedNonce() {}

  /** The nonce in hex, or nothing if what was typed is too easy to guess. */
  static Optional<String> of(Suite suite, String typed) {
    String plain = typed.strip();
    if (Names.HEX32.matcher(plain).matches()) {
      return Optional.of(plain);
    }
    String digits = plain.replaceAll("[\\s,，、]+", "");
    boolean dice = digits.matches("[1-6]+");
    String text = dice ? digits : plain;
    long distinct = text.codePoints().distinct().count();
    boolean enough =
        dice
            ? text.length() >= DICE && distinct >= DISTINCT_DICE
            : text.codePointCount(0, text.length()) >= TEXT && distinct >= DISTINCT;
    return enough
        ? Optional.of(Names.hex(suite.hash(text.getBytes(StandardCharsets.UTF_8))))
        : Optional.empty();
  }
}
