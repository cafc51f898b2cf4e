package cn.sunlot.translog.merkle;

import cn.sunlot.translog.BadProof;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Consistency proofs: a tree begins with all leaves of an older one (RFC 6962, 2.1.2). */
public final class Consistency {

  private Consistency() {}

  /** The proof between the trees of the first {@code old} and the first {@code size} leaves. */
  public static List<Hash> prove(long old, long size, HashReader reader) {
    if (old < 0 || old > size) {
      throw new IllegalArgumentException("a tree of " + size + " leaves holds none of " + old);
    }
    Deque<Hash> proof = new ArrayDeque<>();
    long from = 0;
    long to = size;
    while (old > 0 && old < to) {
      long middle = from + Subtrees.left(to - from);
      if (old <= middle) {
        proof.push(Subtrees.hash(middle, to, reader));
        to = middle;
      } else {
        proof.push(Subtrees.hash(from, middle, reader));
        from = middle;
      }
    }
    // The old tree as a whole is known to whoever checks; only a part of it has to be told.
    if (from > 0) {
      proof.push(Subtrees.hash(from, old, reader));
    }
    return List.copyOf(proof);
  }

  /**
   * Checks a proof.
   *
   * @throws BadProof if it does not show that the tree begins with the old one
   */
  public static void verify(List<Hash> proof, long old, Hash oldRoot, long size, Hash root) {
    if (old < 0 || old > size) {
      throw new BadProof("consistency.sizes", old, size);
    }
    if (old == 0 || old == size) {
      known(proof, old, oldRoot, size, root);
      return;
    }
    List<Hash> steps = new ArrayList<>(proof);
    if (Long.bitCount(old) == 1) {
      steps.add(0, oldRoot);
    }
    if (steps.isEmpty()) {
      throw new BadProof("consistency.short", proof.size(), old, size);
    }
    climb(steps, proof.size(), old, oldRoot, size, root);
  }

  /** Nothing has to be proved: the old tree is empty, or the same. */
  private static void known(List<Hash> proof, long old, Hash oldRoot, long size, Hash root) {
    if (!proof.isEmpty()) {
      throw new BadProof("consistency.long", proof.size(), old, size);
    }
    Hash expected = old == 0 ? Hash.EMPTY : root;
    if (!oldRoot.equals(expected)) {
      throw new BadProof("consistency.root", old, expected, oldRoot);
    }
    if (size == 0 && !root.equals(Hash.EMPTY)) {
      throw new BadProof("consistency.root", size, Hash.EMPTY, root);
    }
  }

  private static void climb(
      List<Hash> steps, int given, long old, Hash oldRoot, long size, Hash root) {
    int whole = Long.numberOfTrailingZeros(old);
    long node = (old - 1) >> whole;
    long last = (size - 1) >> whole;
    Hash older = steps.get(0);
    Hash newer = older;
    for (Hash step : steps.subList(1, steps.size())) {
      if (last == 0) {
        throw new BadProof("consistency.long", given, old, size);
      }
      if ((node & 1) == 1 || node == last) {
        older = Hash.node(step, older);
        newer = Hash.node(step, newer);
        int up = Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        newer = Hash.node(newer, step);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new BadProof("consistency.short", given, old, size);
    }
    if (!older.equals(oldRoot)) {
      throw new BadProof("consistency.root", old, older, oldRoot);
    }
    if (!newer.equals(root)) {
      throw new BadProof("consistency.root", size, newer, root);
    }
  }
}
