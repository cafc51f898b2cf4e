package cn.sunlot.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Hash and MAC of a draw (section 1): {@code sha256} is built in; {@code sm3} needs a digest from
 * outside, because the JDK has none. Both hashes have 32 bytes and blocks of 64.
 */
public final class Suite {

  /** H = SHA-256, MAC = HMAC-SHA-256. */
  public static final Suite SHA256 = new Suite("sha256", Suite::jdkSha256);

  /** Bytes of a hash value, a MAC, a key, a nonce. */
  public static final int LENGTH = 32;

  static final int BLOCK = 64;

  private final String name;
  private final Supplier<MessageDigest> digests;

  private Suite(String name, Supplier<MessageDigest> digests) {
    this.name = name;
    this.digests = digests;
  }

  /**
   * H = SM3 (GB/T 32905), MAC = HMAC-SM3.
   *
   * @param digests makes a new SM3 digest at every call
   * @throws IllegalArgumentException if the digest is not SM3: it is tried on the standard's
   *     example
   */
  public static Suite sm3(Supplier<MessageDigest> digests) {
    byte[] abc = digests.get().digest("abc".getBytes(StandardCharsets.US_ASCII));
    String expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
    if (!HexFormat.of().formatHex(abc).equals(expected)) {
      throw new IllegalArgumentException("the digest given is not SM3 (GB/T 32905)");
    }
    return new Suite("sm3", digests);
  }

  /** The name in the commitment document, {@code sha256} or {@code sm3}. */
  public String name() {
    return name;
  }

  /** A new digest H, for hashing in pieces. */
  public MessageDigest digest() {
    return digests.get();
  }

  /** H of the parts one after the other, 32 bytes. */
  public byte[] hash(byte[]... parts) {
    MessageDigest digest = digests.get();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** MAC of the parts one after the other, 32 bytes. */
  public byte[] mac(byte[] key, byte[]... parts) {
    Hmac mac = new Hmac(this, key);
    for (byte[] part : parts) {
      mac.update(part, 0, part.length);
    }
    byte[] out = new byte[LENGTH];
    mac.finish(out, 0);
    return out;
  }

  /** The tickets under a round's PRK (section 7). */
  public Tickets tickets(byte[] prk) {
    return new MacTickets(this, prk);
  }

  @Override
  public String toString() {
    return name;
  }

  private static MessageDigest jdkSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
