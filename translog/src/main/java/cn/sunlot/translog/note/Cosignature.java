package cn.sunlot.translog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;

/** {@code cosignature/v1}: eight bytes of time, then a signature over time and checkpoint. */
final class Cosignature {

  private Cosignature() {}

  static byte[] sign(PrivateKey key, String checkpoint, Instant time) {
    long seconds = time.getEpochSecond();
    byte[] signature = Ed25519.sign(key, message(seconds, checkpoint));
    return ByteBuffer.allocate(Long.BYTES + signature.length)
        .putLong(seconds)
        .put(signature)
        .array();
  }

  static boolean verifies(PublicKey key, byte[] signature, String checkpoint) {
    if (signature.length != Long.BYTES + Ed25519.SIGNATURE) {
      return false;
    }
    long seconds = ByteBuffer.wrap(signature).getLong();
    byte[] signed = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
    return seconds > 0 && Ed25519.verifies(key, signed, message(seconds, checkpoint));
  }

  static Instant time(byte[] signature) {
    return Instant.ofEpochSecond(ByteBuffer.wrap(signature).getLong());
  }

  private static byte[] message(long seconds, String checkpoint) {
    return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(UTF_8);
  }
}
