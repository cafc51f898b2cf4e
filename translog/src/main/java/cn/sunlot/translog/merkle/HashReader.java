package cn.sunlot.translog.merkle;

/** Where the hashes of a tree are kept; only whole subtrees are asked for. */
@FunctionalInterface
public interface HashReader {

  /**
   * The hash of the subtree over the leaves from {@code index * 2^level} to {@code (index + 1) *
   * 2^level}, the last not included.
   *
   * @param level 0 for leaves
   */
  Hash hash(int level, long index);
}
