package cn.sunlot.draw;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * HMAC (RFC 2104) under one key, many messages; one thread.
 *
 * <p>Keeps the digest's state after the padded key and copies it for every message, which saves two
 * of five compressions of a short message against feeding the key again. Copies are dropped after
 * one message, which costs less than making a used one ready again.
 */
final class Hmac {

  private final MessageDigest inner;
  private final MessageDigest outer;
  private final byte[] middle = new byte[Suite.LENGTH];
  private @Nullable MessageDigest running;

  Hmac(Suite suite, byte[] key) {
    byte[] block = Arrays.copyOf(key.length > Suite.BLOCK ? suite.hash(key) : key, Suite.BLOCK);
    inner = keyed(suite.digest(), block, 0x36);
    outer = keyed(suite.digest(), block, 0x5c);
  }

  void update(byte[] message, int off, int len) {
    running().update(message, off, len);
  }

  private MessageDigest running() {
    MessageDigest digest = running;
    if (digest == null) {
      digest = copy(inner);
      running = digest;
    }
    return digest;
  }

  /** Writes the 32 bytes of the MAC and starts the next message. */
  void finish(byte[] out, int off) {
    MessageDigest digest = running();
    running = null;
    finish(digest, out, off);
  }

  /** Writes the 32 bytes of the MAC of one whole message. */
  void write(byte[] message, int off, int len, byte[] out, int outOff) {
    MessageDigest digest = copy(inner);
    digest.update(message, off, len);
    finish(digest, out, outOff);
  }

  private void finish(MessageDigest digest, byte[] out, int off) {
    try {
      digest.digest(middle, 0, middle.length);
      MessageDigest last = copy(outer);
      last.update(middle, 0, middle.length);
      last.digest(out, off, Suite.LENGTH);
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for 32 bytes from " + off, e);
    }
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
