package cn.sunlot.kernel.files;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals or opens the chunks of one file. */
final class ChunkCipher {

  private static final int TAG_BITS = SealedLayout.TAG * Byte.SIZE;

  private final Cipher cipher;
  private final SecretKeySpec key;

  ChunkCipher(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Seals a chunk; gives how many bytes went to {@code to}. */
  int seal(long chunk, boolean last, byte[] from, int length, byte[] to) {
    try {
      return run(Cipher.ENCRYPT_MODE, chunk, last, from, length, to);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens a chunk; false if it is not the one that was sealed as this one. */
  boolean open(long chunk, boolean last, byte[] from, int length, byte[] to) {
    try {
      run(Cipher.DECRYPT_MODE, chunk, last, from, length, to);
      return true;
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private int run(int mode, long chunk, boolean last, byte[] from, int length, byte[] to)
      throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, SealedLayout.nonce(chunk, last)));
    return cipher.doFinal(from, 0, length, to, 0);
  }
}
