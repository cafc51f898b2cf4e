package cn.sunlot.translog.merkle;

/** Hashes of pieces of a tree, put together from whole subtrees. */
public final class Subtrees {

  private Subtrees() {}

  /** Root of the tree of the first {@code size} leaves. */
  public static Hash root(long size, HashReader reader) {
    return size == 0 ? Hash.EMPTY : hash(0, size, reader);
  }

  /** The tree over the leaves from {@code from} to {@code to}, which RFC 6962 splits off so. */
  static Hash hash(long from, long to, HashReader reader) {
    long size = to - from;
    if (Long.bitCount(size) == 1) {
      int level = Long.numberOfTrailingZeros(size);
      return reader.hash(level, from >> level);
    }
    long middle = from + left(size);
    return Hash.node(hash(from, middle, reader), hash(middle, to, reader));
  }

  /** The largest power of two smaller than the size: leaves of the left subtree. */
  static long left(long size) {
    return Long.highestOneBit(size - 1);
  }
}
