package cn.sunlot.translog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.translog.BadNote;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/**
 * A private key that signs notes. Its text is {@code PRIVATE+KEY+name+id+base64(type ‖ seed)}; it
 * is never shown by {@link #toString}.
 */
public final class SignerKey {

  private static final String PREFIX = "PRIVATE+KEY+";

  private final VerifierKey verifier;
  private final PrivateKey key;

  private SignerKey(VerifierKey verifier, PrivateKey key) {
    this.verifier = verifier;
    this.key = key;
  }

  /** A fresh key. */
  public static SignerKey generate(String name, KeyType type, SecureRandom random) {
    byte[] seed = new byte[Ed25519.KEY];
    random.nextBytes(seed);
    return of(name, type, Ed25519.pair(seed));
  }

  /** Of an Ed25519 key pair that is kept elsewhere, e.g. in a PKCS#12 file. */
  public static SignerKey of(String name, KeyType type, KeyPair pair) {
    VerifierKey verifier = VerifierKey.of(name, type, Ed25519.raw(pair.getPublic()));
    return new SignerKey(verifier, pair.getPrivate());
  }

  /**
   * Reads the text of a key.
   *
   * @throws BadNote if it is none; the message does not repeat the key
   */
  public static SignerKey parse(String text) {
    String shown = PREFIX + "…";
    if (!text.startsWith(PREFIX)) {
      throw new BadNote("key.form", shown);
    }
    KeyText secret = KeyText.parse(text.substring(PREFIX.length()), shown);
    SignerKey key = of(secret.name(), secret.type(), Ed25519.pair(secret.material()));
    if (key.verifier.id() != secret.id()) {
      throw new BadNote("key.id", KeyName.hex(secret.id()), KeyName.hex(key.verifier.id()), shown);
    }
    return key;
  }

  /** The public key. */
  public VerifierKey verifier() {
    return verifier;
  }

  /**
   * The text of the key, to be kept secret.
   *
   * @throws IllegalStateException if the key is kept where it cannot be read
   */
  public String secret() {
    byte[] seed =
        Ed25519.seed(key)
            .orElseThrow(() -> new IllegalStateException("this key cannot be read, only used"));
    String text = new KeyText(verifier.name(), verifier.id(), verifier.type(), seed).write();
    Arrays.fill(seed, (byte) 0);
    return PREFIX + text;
  }

  /** Signs the text of a note; only a witness's key uses the time. */
  NoteSignature sign(String text, Instant time) {
    byte[] signature =
        switch (verifier.type()) {
          case ED25519 -> Ed25519.sign(key, text.getBytes(UTF_8));
          case COSIGNATURE -> Cosignature.sign(key, text, time);
        };
    return new NoteSignature(verifier.name(), verifier.id(), signature);
  }

  @Override
  public String toString() {
    return "signer of " + verifier;
  }
}
