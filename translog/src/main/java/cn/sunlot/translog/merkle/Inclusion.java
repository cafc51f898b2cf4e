package cn.sunlot.translog.merkle;

import cn.sunlot.translog.BadProof;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Inclusion proofs: a leaf is at this index of the tree with this root (RFC 6962, 2.1.1). */
public final class Inclusion {

  private Inclusion() {}

  /** The path of a leaf in the tree of the first {@code size} leaves, from the leaf up. */
  public static List<Hash> prove(long index, long size, HashReader reader) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of size " + size);
    }
    Deque<Hash> path = new ArrayDeque<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + Subtrees.left(to - from);
      if (index < middle) {
        path.push(Subtrees.hash(middle, to, reader));
        to = middle;
      } else {
        path.push(Subtrees.hash(from, middle, reader));
        from = middle;
      }
    }
    return List.copyOf(path);
  }

  /**
   * Checks a path.
   *
   * @throws BadProof if it is too long or short for this index and size, or leads to another root
   */
  public static void verify(List<Hash> path, long index, Hash leaf, long size, Hash root) {
    if (index < 0 || index >= size) {
      throw new BadProof("proof.index", index, size);
    }
    Hash hash = leaf;
    long node = index;
    long last = size - 1;
    for (Hash sibling : path) {
      if (last == 0) {
        throw new BadProof("proof.long", path.size(), index, size);
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hash.node(sibling, hash);
        int up = Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        hash = Hash.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new BadProof("proof.short", path.size(), index, size);
    }
    if (!hash.equals(root)) {
      throw new BadProof("proof.root", index, size, hash, root);
    }
  }
}
