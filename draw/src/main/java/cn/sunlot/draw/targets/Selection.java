package cn.sunlot.draw.targets;

import cn.sunlot.draw.Tickets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The smallest keys of each stratum without sorting or keeping everything: keys are spread evenly,
 * so it is known beforehand about how small those drawn will be. Only units with keys up to a bound
 * a little above that are kept; where they turn out too few, the stratum is gone through again
 * without a bound.
 */
final class Selection {

  private static final int BLOCK = 1 << 14;

  /** Units kept beyond those drawn: an eighth, and some where few are drawn. */
  private static final int SPARE = 64;

  private final TokenTable table;
  private final Tickets tickets;
  private final BitSet without;

  Selection(TokenTable table, Tickets tickets, BitSet without) {
    this.table = table;
    this.tickets = tickets;
    this.without = without;
  }

  /** The drawn units per stratum; {@code numbers[s]} of stratum s, or all where there are fewer. */
  List<List<Drawn>> draw(int[] numbers) {
    int[] drawn = sizes();
    long[] bounds = new long[numbers.length];
    for (int s = 0; s < numbers.length; s++) {
      int size = drawn[s];
      drawn[s] = Math.max(0, Math.min(numbers[s], size));
      bounds[s] = bound(drawn[s], size);
    }
    byte[][] kept = kept(drawn, bounds);
    int[] missing = new int[numbers.length];
    for (int s = 0; s < numbers.length; s++) {
      boolean enough = kept[s].length / DrawnList.WIDTH >= drawn[s];
      missing[s] = enough ? 0 : drawn[s];
      bounds[s] = Long.MAX_VALUE;
    }
    byte[][] again = kept(missing, bounds);
    DrawnList[] lists = new DrawnList[numbers.length];
    IntStream.range(0, numbers.length)
        .parallel()
        .forEach(s -> lists[s] = smallest(missing[s] == 0 ? kept[s] : again[s], drawn[s]));
    return List.of(lists);
  }

  /** How many units of each stratum take part. */
  private int[] sizes() {
    int[] sizes = table.counts();
    without.stream().forEach(i -> sizes[table.code(i)]--);
    return sizes;
  }

  /**
   * A bound on the first eight bytes of a key, so shifted that signed order is the order of the
   * bytes. Of keys with weight 1 about an eighth more than {@code drawn} are not above it; balls of
   * higher weights only make keys smaller.
   */
  static long bound(int drawn, int size) {
    long wanted = drawn + drawn / 8L + SPARE;
    return wanted >= size ? Long.MAX_VALUE : (wanted << 37) / size << 27 ^ Long.MIN_VALUE;
  }

  private static DrawnList smallest(byte[] kept, int drawn) {
    return new DrawnList(RecordSort.sort(List.of(kept), DrawnList.WIDTH, DrawnList.WIDTH), drawn);
  }

  /** Records of the units with keys up to the bound, of each stratum of which some are drawn. */
  private byte[][] kept(int[] drawn, long[] bounds) {
    if (Arrays.stream(drawn).allMatch(n -> n == 0)) {
      return new byte[drawn.length][0];
    }
    Kept[] blocks = new Kept[(table.size() + BLOCK - 1) / BLOCK];
    IntStream.range(0, blocks.length)
        .parallel()
        .forEach(b -> blocks[b] = keep(b * BLOCK, drawn, bounds));
    int[] ends = new int[drawn.length];
    for (Kept block : blocks) {
      block.count(ends);
    }
    byte[][] records = new byte[drawn.length][];
    Arrays.setAll(records, s -> new byte[Math.multiplyExact(ends[s], DrawnList.WIDTH)]);
    Arrays.fill(ends, 0);
    for (int b = 0; b < blocks.length; b++) {
      blocks[b].moveTo(records, ends);
      blocks[b] = Kept.NONE;
    }
    return records;
  }

  private Kept keep(int from, int[] drawn, long[] bounds) {
    Key key = new Key(table, tickets.fork());
    Kept kept = new Kept();
    int to = Math.min(table.size(), from + BLOCK);
    for (int i = from; i < to; i++) {
      int s = table.code(i);
      if (drawn[s] > 0 && !without.get(i) && key.of(i) <= bounds[s]) {
        kept.add(s, key);
      }
    }
    return kept;
  }

  /** The kept units of one block. */
  private static final class Kept {
    static final Kept NONE = new Kept();

    private int[] strata = new int[64];
    private byte[] records = new byte[64 * DrawnList.WIDTH];
    private int size;

    void add(int stratum, Key key) {
      if (size == strata.length) {
        strata = Arrays.copyOf(strata, 2 * size);
        records = Arrays.copyOf(records, 2 * size * DrawnList.WIDTH);
      }
      strata[size] = stratum;
      key.writeRecord(records, size * DrawnList.WIDTH);
      size++;
    }

    void count(int[] counts) {
      for (int i = 0; i < size; i++) {
        counts[strata[i]]++;
      }
    }

    void moveTo(byte[][] all, int[] ends) {
      for (int i = 0; i < size; i++) {
        int at = ends[strata[i]]++ * DrawnList.WIDTH;
        System.arraycopy(records, i * DrawnList.WIDTH, all[strata[i]], at, DrawnList.WIDTH);
      }
    }
  }
}
