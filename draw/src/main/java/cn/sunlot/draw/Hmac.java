package cn.sunlot.draw;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) under one key, many messages; one thread.
 *
 * <p>Keeps the digest's state after the padded key and copies it for every message, which saves two
 * of five compressions of a short message against feeding the key again.
 */
final class Hmac {

  private final MessageDigest inner;
  private final MessageDigest outer;
  private final byte[] middle = new byte[Suite.LENGTH];
  private MessageDigest running;

  Hmac(Suite suite, byte[] key) {
    byte[] block = Arrays.copyOf(key.length > Suite.BLOCK ? suite.hash(key) : key, Suite.BLOCK);
    inner = keyed(suite.digest(), block, 0x36);
    outer = keyed(suite.digest(), block, 0x5c);
    running = copy(inner);
  }

  void update(byte[] message, int off, int len) {
    running.update(message, off, len);
  }

  void update(byte b) {
    running.update(b);
  }

  /** Writes the 32 bytes of the MAC and starts the next message. */
  void finish(byte[] out, int off) {
    try {
      running.digest(middle, 0, middle.length);
      MessageDigest last = copy(outer);
      last.update(middle, 0, middle.length);
      last.digest(out, off, Suite.LENGTH);
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for 32 bytes from " + off, e);
    }
    running = copy(inner);
  }

  private static MessageDigest keyed(MessageDigest digest, byte[] block, int pad) {
    byte[] padded = block.clone();
    for (int i = 0; i < padded.length; i++) {
      padded[i] ^= (byte) pad;
    }
    digest.update(padded);
    return digest;
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the digest must be able to copy its state", e);
    }
  }
}
