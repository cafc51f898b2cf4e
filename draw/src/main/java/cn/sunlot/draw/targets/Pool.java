package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Everybody, in exactly one of the two lists (section 3).
 *
 * @param frame the units that can be drawn
 * @param excluded the units that cannot
 */
public record Pool(Frame frame, Exclusions excluded) {

  /**
   * What the commitment document says of this pool (section 5).
   *
   * @param snapshot {@link #snapshot} of the registry that the pool was filtered from, or ""
   * @param rules quota of every stratum
   */
  public Subject.Targets subject(String snapshot, Map<String, Quota> rules) {
    int size = Math.addExact(frame.size(), excluded.size());
    return new Subject.Targets(
        new Subject.PoolSize(size, snapshot),
        frame.listed(),
        excluded.excluded(),
        frame.quotas(rules));
  }

  /**
   * {@code pool.snapshot}: SHA-256 Merkle root over the unique unitIds in byte order, 64 hex
   * digits. SHA-256 whatever the draw's suite, because it is logged when the registry is confirmed,
   * before there is a draw.
   */
  public static String snapshot(Collection<String> unitIds) {
    byte[][] ids = unitIds.stream().map(Names::unitId).toArray(byte[][]::new);
    Arrays.parallelSort(ids, Arrays::compareUnsigned);
    Merkle tree = new Merkle(Suite.SHA256);
    for (int i = 0; i < ids.length; i++) {
      if (i == 0 || !Arrays.equals(ids[i - 1], ids[i])) {
        tree.add(ids[i], 0, ids[i].length);
      }
    }
    return Names.hex(tree.root());
  }
}
