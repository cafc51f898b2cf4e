package cn.sunlot.drawing.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import java.util.Optional;

/** Nonces as witnesses give them. */
public final class Nonces {

  /** Decimal digits that hold 128 bits. */
  public static final int DECIMAL_DIGITS = 39;

  /** Throws of a six-sided die that hold 128 bits. */
  public static final int DIE_THROWS = 50;

  private Nonces() {}

  /** Whether the text is a nonce, or the commitment of one: 64 hex digits, lower case. */
  public static boolean isHex(String text) {
    return Names.HEX32.matcher(text).matches();
  }

  /**
   * The nonce that digits thrown by the witness stand for: H of the digits as ASCII text, 64 hex
   * digits. The witness can repeat it with {@code printf DIGITS | sha256sum}.
   *
   * @param digits at least 39 decimal digits, or 50 where all are 1 to 6; empty if there are fewer
   */
  public static Optional<String> ofDice(Suite suite, String digits) {
    boolean die = digits.matches("[1-6]*");
    int least = die ? DIE_THROWS : DECIMAL_DIGITS;
    if (!digits.matches("[0-9]*") || digits.length() < least) {
      return Optional.empty();
    }
    return Optional.of(Names.hex(suite.hash(digits.getBytes(US_ASCII))));
  }
}
