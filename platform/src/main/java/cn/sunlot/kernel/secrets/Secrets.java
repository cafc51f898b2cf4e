package cn.sunlot.kernel.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what must not lie open in the database or among files: AES-256-GCM under a key of this
 * installation, which lies in a file that only the account of the platform can read.
 */
@Component
public class Secrets {

  private static final byte VERSION = 1;
  private static final byte SAME = 2;
  private static final int LENGTH = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String MAC = "HmacSHA256";

  private static final String CIPHER = "AES/GCM/NoPadding";

  /** To look through all providers takes longer than to seal. */
  private static final Provider PROVIDER = found(() -> Cipher.getInstance(CIPHER)).getProvider();

  private static final ThreadLocal<Mac> MACS =
      ThreadLocal.withInitial(() -> found(() -> Mac.getInstance(MAC)));

  private final SecretKeySpec key;
  private final SecretKeySpec sameKey;
  private final SecretKeySpec nonceKey;
  private final SecureRandom random = new SecureRandom();

  /**
   * Reads the key, or makes it at the first start.
   *
   * @param folder where the key file lies
   * @throws IOException if the file cannot be read, has not 32 bytes, or others may read it
   */
  public Secrets(@Value("${sunlot.keys}") Path folder) throws IOException {
    PrivateFile file = new PrivateFile(folder, "secrets.key");
    byte[] bytes = file.readOrCreate(this::fresh);
    if (bytes.length != LENGTH) {
      throw new IOException(
          file.path()
              + " has "
              + bytes.length
              + " bytes, not "
              + LENGTH
              + ": restore it from a backup");
    }
    key = new SecretKeySpec(bytes, "AES");
    sameKey = new SecretKeySpec(derive(bytes, "sunlot/same/key"), "AES");
    nonceKey = new SecretKeySpec(derive(bytes, "sunlot/same/nonce"), MAC);
  }

  private static byte[] derive(byte[] from, String label) {
    return mac(new SecretKeySpec(from, MAC), label.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] fresh() {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }

  /**
   * Seals bytes.
   *
   * @param what what they are and whose, e.g. {@code drawing/frame-key/D-2026-0001.370300}; they
   *     open only under the same words, so that a sealed value cannot be moved to another place
   */
  public byte[] seal(String what, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    return seal(VERSION, what, nonce, plain);
  }

  /**
   * Seals a value so that the same value under the same words comes out the same, and a statement
   * of the database can tell whether it changed. The nonce is drawn from words and value by a key
   * of its own (a synthetic nonce, as in RFC 5297), so that no nonce serves two values.
   *
   * @param what as for {@link #seal}; what tells values of different owners apart belongs into it,
   *     or equal values of two owners look equal
   */
  public byte[] sealSame(String what, byte[] plain) {
    byte[] words = what.getBytes(StandardCharsets.UTF_8);
    byte[] both =
        ByteBuffer.allocate(Integer.BYTES + words.length + plain.length)
            .putInt(words.length)
            .put(words)
            .put(plain)
            .array();
    return seal(SAME, what, Arrays.copyOf(mac(nonceKey, both), NONCE), plain);
  }

  private byte[] seal(byte version, String what, byte[] nonce, byte[] plain) {
    byte[] sealed = run(Cipher.ENCRYPT_MODE, version, what, nonce, plain, 0, plain.length);
    byte[] out = new byte[1 + NONCE + sealed.length];
    out[0] = version;
    System.arraycopy(nonce, 0, out, 1, NONCE);
    System.arraycopy(sealed, 0, out, 1 + NONCE, sealed.length);
    return out;
  }

  /** Whether these bytes may be sealed ones: they begin as such. */
  public static boolean looksSealed(byte[] bytes) {
    return bytes.length >= 1 + NONCE && (bytes[0] == VERSION || bytes[0] == SAME);
  }

  /**
   * Opens what {@link #seal} or {@link #sealSame} made under the same words.
   *
   * @throws SealBroken if it was sealed under another key or other words, or changed since
   */
  public byte[] open(String what, byte[] sealed) {
    if (!looksSealed(sealed)) {
      throw new SealBroken(what);
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    int from = 1 + NONCE;
    return run(Cipher.DECRYPT_MODE, sealed[0], what, nonce, sealed, from, sealed.length - from);
  }

  @FunctionalInterface
  private interface Algorithm<T> {
    T find() throws GeneralSecurityException;
  }

  private static <T> T found(Algorithm<T> algorithm) {
    try {
      return algorithm.find();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] mac(SecretKeySpec key, byte[] of) {
    try {
      Mac mac = MACS.get();
      mac.init(key);
      return mac.doFinal(of);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] run(
      int mode, byte version, String what, byte[] nonce, byte[] in, int off, int len) {
    try {
      // Never one that was used: it refuses to seal the same under the same nonce again.
      Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
      cipher.init(mode, version == SAME ? sameKey : key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(what.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(in, off, len);
    } catch (AEADBadTagException e) {
      throw new SealBroken(what);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sealed value does not open: another key, another place, or it was changed. */
  public static final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String what) {
      super("sealed value does not open: " + what + "; wrong key file, or the value was changed");
    }
  }
}
