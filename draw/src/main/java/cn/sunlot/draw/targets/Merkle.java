package cn.sunlot.draw.targets;

import cn.sunlot.draw.Suite;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.stream.IntStream;

/**
 * Merkle tree hash of RFC 6962 over a growing list: leaf H(0x00 ‖ line), node H(0x01 ‖ left ‖
 * right), empty tree H("") (section 1). Keeps one hash per level.
 */
public final class Merkle {

  /** Leaves hashed by one task: a full subtree of this height. */
  private static final int BLOCK_LEVEL = 12;

  private static final int BLOCK = 1 << BLOCK_LEVEL;
  private static final int MAX_LEVELS = 64;

  private final MessageDigest digest;
  private final byte[][] hashes = new byte[MAX_LEVELS][Suite.LENGTH];
  private final int[] levels = new int[MAX_LEVELS];
  private int height;

  /** An empty tree. */
  public Merkle(Suite suite) {
    digest = suite.digest();
  }

  /** Writes the line of an index; returns its length in bytes, without LF. */
  @FunctionalInterface
  interface Lines {
    int write(int index, byte[] buffer);
  }

  /** The root over {@code size} lines, hashed by all threads of the common pool. */
  static byte[] root(Suite suite, int size, int maxLine, Lines lines) {
    int blocks = size / BLOCK;
    byte[][] roots = new byte[blocks][];
    IntStream.range(0, blocks)
        .parallel()
        .forEach(b -> roots[b] = range(suite, b * BLOCK, (b + 1) * BLOCK, maxLine, lines).root());
    Merkle tree = new Merkle(suite);
    for (byte[] root : roots) {
      tree.push(root, BLOCK_LEVEL);
    }
    byte[] line = new byte[maxLine];
    for (int i = blocks * BLOCK; i < size; i++) {
      tree.add(line, 0, lines.write(i, line));
    }
    return tree.root();
  }

  private static Merkle range(Suite suite, int from, int to, int maxLine, Lines lines) {
    Merkle tree = new Merkle(suite);
    byte[] line = new byte[maxLine];
    for (int i = from; i < to; i++) {
      tree.add(line, 0, lines.write(i, line));
    }
    return tree;
  }

  /** Appends a leaf. */
  public void add(byte[] line, int off, int len) {
    digest.update((byte) 0);
    digest.update(line, off, len);
    levels[height] = 0;
    finish(hashes[height++]);
    fold();
  }

  private void push(byte[] hash, int level) {
    System.arraycopy(hash, 0, hashes[height], 0, Suite.LENGTH);
    levels[height++] = level;
    fold();
  }

  private void fold() {
    while (height > 1 && levels[height - 1] == levels[height - 2]) {
      join();
    }
  }

  private void join() {
    byte[] left = hashes[height - 2];
    digest.update((byte) 1);
    digest.update(left);
    digest.update(hashes[height - 1]);
    finish(left);
    height--;
    levels[height - 1]++;
  }

  /** The root, 32 bytes; the tree takes no more leaves afterwards. */
  public byte[] root() {
    if (height == 0) {
      return digest.digest();
    }
    while (height > 1) {
      join();
    }
    return hashes[0].clone();
  }

  private void finish(byte[] out) {
    try {
      digest.digest(out, 0, Suite.LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException("a hash has 32 bytes", e);
    }
  }
}
