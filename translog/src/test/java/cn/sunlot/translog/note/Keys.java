package cn.sunlot.translog.note;

import java.security.SecureRandom;
import java.util.Random;

/** Keys of fixed seeds. */
public final class Keys {

  private Keys() {}

  /** The key of a log. */
  public static SignerKey log(String name, long seed) {
    return SignerKey.generate(name, KeyType.ED25519, fixed(seed));
  }

  /** The key of a witness. */
  public static SignerKey witness(String name, long seed) {
    return SignerKey.generate(name, KeyType.COSIGNATURE, fixed(seed));
  }

  private static SecureRandom fixed(long seed) {
    Random random = new Random(seed);
    return new SecureRandom() {
      private static final long serialVersionUID = 1L;

      @Override
      public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
      }
    };
  }
}
