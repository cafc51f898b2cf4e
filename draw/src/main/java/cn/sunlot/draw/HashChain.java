package cn.sunlot.draw;

import cn.sunlot.draw.text.Refusal;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The chain of one draw (section 5): {@code H^0 = s}, {@code H^(i+1) = H(H^i)}; its head is
 * committed to, its values are opened from the head backwards, one per round.
 */
public final class HashChain {

  /** Length unless stated otherwise. */
  public static final int DEFAULT_LENGTH = 4096;

  private final Suite suite;
  private final byte[] secret;
  private final int length;

  /**
   * The chain of a secret.
   *
   * @param secret 32 random bytes, fresh for every draw
   * @param length number of rounds it can serve, at least 1
   */
  public HashChain(Suite suite, byte[] secret, int length) {
    if (secret.length != Suite.LENGTH || length < 1) {
      throw new IllegalArgumentException("a chain needs 32 secret bytes and a length of 1 or more");
    }
    this.suite = suite;
    this.secret = secret.clone();
    this.length = length;
  }

  /** A chain of the usual length with a fresh secret. */
  public static HashChain random(Suite suite, SecureRandom random) {
    byte[] secret = new byte[Suite.LENGTH];
    random.nextBytes(secret);
    return new HashChain(suite, secret, DEFAULT_LENGTH);
  }

  /** Number of rounds, round 0 included. */
  public int length() {
    return length;
  }

  /** {@code hex H^length}. */
  public String head() {
    return Names.hex(power(suite, secret, length));
  }

  /**
   * {@code C_r = H^(length-1-r)}, 32 bytes (section 6).
   *
   * @throws Refusal if the chain is used up: a successor draw is needed
   */
  public byte[] value(int r) {
    if (r < 0 || r >= length) {
      throw Refusal.of("chain.used-up", r, length);
    }
    return power(suite, secret, length - 1 - r);
  }

  /** Whether {@code H^(r+1)(value) = head} (V9). */
  public static boolean holds(Suite suite, String head, int r, byte[] value) {
    return Arrays.equals(power(suite, value, r + 1), Names.bytes32("head", head));
  }

  private static byte[] power(Suite suite, byte[] start, int times) {
    byte[] value = start.clone();
    for (int i = 0; i < times; i++) {
      value = suite.hash(value);
    }
    return value;
  }
}
