package cn.sunlot.translog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.translog.BadNote;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A public key that is known: of a log, or of a witness. Its text is {@code name+id+base64(type ‖
 * key)}.
 */
public final class VerifierKey {

  private final KeyText text;
  private final PublicKey key;

  private VerifierKey(KeyText text, PublicKey key) {
    this.text = text;
    this.key = key;
  }

  /**
   * Reads the text of a key.
   *
   * @throws BadNote if it is none, of a type that is not known here, or its id does not fit it
   */
  public static VerifierKey parse(String text) {
    return of(KeyText.parse(text, text), text);
  }

  /** Of a name and the 32 bytes of an Ed25519 public key. */
  public static VerifierKey of(String name, KeyType type, byte[] publicKey) {
    return parse(new KeyText(name, KeyName.id(name, type, publicKey), type, publicKey).write());
  }

  /**
   * Reads keys, one a line; every line ends in LF.
   *
   * @throws BadNote if a line is no key, or two keys have the same name and id
   */
  public static List<VerifierKey> list(String lines) {
    List<VerifierKey> keys = new ArrayList<>();
    Lines in = new Lines(lines);
    while (in.more()) {
      VerifierKey key = parse(in.next());
      if (keys.stream().anyMatch(k -> k.name().equals(key.name()) && k.id() == key.id())) {
        throw new BadNote("key.twice", in.number(), key);
      }
      keys.add(key);
    }
    return keys;
  }

  private static VerifierKey of(KeyText text, String shown) {
    int id = KeyName.id(text.name(), text.type(), text.material());
    if (id != text.id()) {
      throw new BadNote("key.id", KeyName.hex(text.id()), KeyName.hex(id), shown);
    }
    return Ed25519.publicKey(text.material())
        .map(key -> new VerifierKey(text, key))
        .orElseThrow(() -> new BadNote("key.point", shown));
  }

  /** Its name; that of a log is the origin of its checkpoints. */
  public String name() {
    return text.name();
  }

  /** First four bytes of the hash of name and key. */
  public int id() {
    return text.id();
  }

  /** What it signs. */
  public KeyType type() {
    return text.type();
  }

  /** The 32 bytes of the public key. */
  public byte[] publicKey() {
    return text.material().clone();
  }

  /** Whether a signature line is of this key, by name and id. */
  boolean made(NoteSignature signature) {
    return signature.name().equals(name()) && signature.id() == id();
  }

  /** Whether the signature holds for the text of a note. */
  boolean verifies(NoteSignature signature, String note) {
    byte[] signed = signature.bytes();
    return switch (type()) {
      case ED25519 -> Ed25519.verifies(key, signed, note.getBytes(UTF_8));
      case COSIGNATURE -> Cosignature.verifies(key, signed, note);
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name().equals(that.name())
        && type() == that.type()
        && Arrays.equals(text.material(), that.text.material());
  }

  @Override
  public int hashCode() {
    return text.id();
  }

  /** The text of the key. */
  @Override
  public String toString() {
    return text.write();
  }
}
