package cn.sunlot.translog.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that only grows, kept as the roots of its largest whole subtrees: as many hashes as its
 * size has binary ones.
 */
public final class Frontier {

  private final List<Hash> subtrees = new ArrayList<>();
  private long size;

  /** The tree without leaves. */
  public Frontier() {}

  /**
   * The tree of this size.
   *
   * @param subtrees as {@link #subtrees} gave them, the largest first
   */
  public Frontier(long size, List<Hash> subtrees) {
    if (size < 0 || subtrees.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a tree of size " + size + " does not have " + subtrees.size() + " subtrees");
    }
    this.size = size;
    this.subtrees.addAll(subtrees);
  }

  /** The first {@code size} leaves of a stored tree. */
  public static Frontier read(long size, HashReader reader) {
    List<Hash> subtrees = new ArrayList<>();
    long from = 0;
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
      subtrees.add(reader.hash(level, from >> level));
      from += 1L << level;
    }
    return new Frontier(size, subtrees);
  }

  /** Adds a leaf; returns its index. */
  public long append(Hash leaf) {
    Hash hash = leaf;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      hash = Hash.node(subtrees.remove(subtrees.size() - 1), hash);
    }
    subtrees.add(hash);
    return size++;
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  /** Root of the tree. */
  public Hash root() {
    if (subtrees.isEmpty()) {
      return Hash.EMPTY;
    }
    Hash root = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = Hash.node(subtrees.get(i), root);
    }
    return root;
  }

  /** Roots of the whole subtrees, the largest first: all that is needed to go on. */
  public List<Hash> subtrees() {
    return List.copyOf(subtrees);
  }
}
