package cn.sunlot.translog.merkle;

import cn.sunlot.translog.BadNote;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash of a Merkle tree (RFC 6962, section 2.1). */
public final class Hash {

  /** Bytes of a hash. */
  public static final int LENGTH = 32;

  /** Root of the tree without leaves. */
  public static final Hash EMPTY = new Hash(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Of these 32 bytes. */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /** Of the 32 bytes that stand in {@code bytes} from {@code at} on. */
  public static Hash at(byte[] bytes, int at) {
    return of(Arrays.copyOfRange(bytes, at, at + LENGTH));
  }

  /** Hash of a leaf: SHA-256(0x00 ‖ entry). */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return new Hash(digest.digest(entry));
  }

  /** Hash of a node: SHA-256(0x01 ‖ left ‖ right). */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /**
   * Reads base64.
   *
   * @param line number of the line it stands in, for the message
   * @throws BadNote if it is not the one base64 text of 32 bytes
   */
  public static Hash parse(int line, String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length == LENGTH && Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return new Hash(bytes);
      }
    } catch (IllegalArgumentException e) {
      throw new BadNote("note.hash", line, base64);
    }
    throw new BadNote("note.hash", line, base64);
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Lower-case hex. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Base64, as checkpoints and proofs write it. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
