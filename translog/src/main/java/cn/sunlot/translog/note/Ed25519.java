package cn.sunlot.translog.note;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Ed25519 (RFC 8032) as the JDK has it, with keys as 32 raw bytes. */
final class Ed25519 {

  /** Bytes of a seed and of a public key. */
  static final int KEY = 32;

  /** Bytes of a signature. */
  static final int SIGNATURE = 64;

  private static final String NAME = "Ed25519";

  /** What stands before the 32 bytes in an X.509 public key (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** The public key of these 32 bytes; empty if they are no point of the curve. */
  static Optional<PublicKey> publicKey(byte[] raw) {
    byte[] encoded = Arrays.copyOf(X509, X509.length + KEY);
    System.arraycopy(raw, 0, encoded, X509.length, KEY);
    try {
      PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
      Signature.getInstance(NAME).initVerify(key);
      return Optional.of(key);
    } catch (InvalidKeyException | java.security.spec.InvalidKeySpecException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  /** The 32 bytes of a public key. */
  static byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded.length != X509.length + KEY
        || !Arrays.equals(encoded, 0, X509.length, X509, 0, X509.length)) {
      throw new IllegalArgumentException("no Ed25519 key but " + key.getAlgorithm());
    }
    return Arrays.copyOfRange(encoded, X509.length, encoded.length);
  }

  /** The seed of a private key, unless it is kept where it cannot be read. */
  static Optional<byte[]> seed(PrivateKey key) {
    return key instanceof EdECPrivateKey secret ? secret.getBytes() : Optional.empty();
  }

  /**
   * The keys of a seed. The JDK computes the public key only where it makes a pair, so it is given
   * the seed as its randomness; that they belong together is checked.
   */
  static KeyPair pair(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      KeyPair pair = generator.generateKeyPair();
      byte[] kept = seed(pair.getPrivate()).orElseThrow();
      if (!Arrays.equals(kept, seed)) {
        throw new IllegalStateException("this Java platform does not take a seed as it is");
      }
      return pair;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  static byte[] sign(PrivateKey key, byte[]... parts) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(join(parts));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with this key", e);
    }
  }

  static boolean verifies(PublicKey key, byte[] signed, byte[]... parts) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initVerify(key);
      signature.update(join(parts));
      return signature.verify(signed);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot verify with this key", e);
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Gives the seed where randomness is asked for. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Given(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
