package cn.sunlot.translog;

import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.HashReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Trees over made-up leaves, hashed the slow way of RFC 6962 so that faster ways can be compared.
 */
public final class Trees {

  private Trees() {}

  /** The hash of a made-up leaf. */
  public static Hash leaf(long index) {
    return Hash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
  }

  /** The first made-up leaves. */
  public static List<Hash> leaves(int size) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(leaf(i));
    }
    return leaves;
  }

  /** MTH of RFC 6962, word by word. */
  public static Hash mth(List<Hash> leaves) {
    int n = leaves.size();
    if (n == 0) {
      return Hash.EMPTY;
    }
    if (n == 1) {
      return leaves.get(0);
    }
    int k = split(n);
    return Hash.node(mth(leaves.subList(0, k)), mth(leaves.subList(k, n)));
  }

  /** PATH of RFC 6962. */
  public static List<Hash> path(int m, List<Hash> leaves) {
    int n = leaves.size();
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    List<Hash> path = new ArrayList<>();
    if (m < k) {
      path.addAll(path(m, leaves.subList(0, k)));
      path.add(mth(leaves.subList(k, n)));
    } else {
      path.addAll(path(m - k, leaves.subList(k, n)));
      path.add(mth(leaves.subList(0, k)));
    }
    return path;
  }

  /** PROOF of RFC 6962. */
  public static List<Hash> proof(int m, List<Hash> leaves) {
    return m == 0 ? List.of() : subproof(m, leaves, true);
  }

  private static List<Hash> subproof(int m, List<Hash> leaves, boolean known) {
    int n = leaves.size();
    if (m == n) {
      return known ? List.of() : List.of(mth(leaves));
    }
    int k = split(n);
    List<Hash> proof = new ArrayList<>();
    if (m <= k) {
      proof.addAll(subproof(m, leaves.subList(0, k), known));
      proof.add(mth(leaves.subList(k, n)));
    } else {
      proof.addAll(subproof(m - k, leaves.subList(k, n), false));
      proof.add(mth(leaves.subList(0, k)));
    }
    return proof;
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  /** Reads whole subtrees of these leaves, and refuses any other. */
  public static HashReader reader(List<Hash> leaves) {
    return (level, index) -> {
      int from = Math.toIntExact(index << level);
      return mth(leaves.subList(from, from + (1 << level)));
    };
  }

  /** Another hash, for mutations: one bit is turned. */
  public static Hash other(Hash hash, int bit) {
    byte[] bytes = hash.bytes();
    bytes[bit / 8 % Hash.LENGTH] ^= (byte) (1 << bit % 8);
    return Hash.of(bytes);
  }
}
