package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.text.Refusal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects units in blocks, has their tokens computed in parallel, and sorts them. */
final class ListBuilder {

  private static final int BLOCK = 4096;
  private static final int BLOCKS_AT_ONCE = 64;

  /** Token (32), code (2), weight (1), number of the call that added it (4). */
  private static final int WIDTH = 39;

  private static final int CODE = 32;
  private static final int NUMBER = 35;

  private final Units units;
  private final boolean weighted;
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<Block> waiting = new ArrayList<>();
  private final List<byte[]> done = new ArrayList<>();
  private Block block = new Block(0);
  private int size;

  ListBuilder(Units units, boolean weighted) {
    this.units = units;
    this.weighted = weighted;
  }

  /** Units on their way to becoming records. */
  private static final class Block {
    private final int first;
    private final int[] ends = new int[BLOCK];
    private final byte[] rest = new byte[3 * BLOCK];
    private byte[] ids = new byte[BLOCK * 24];
    private int size;

    Block(int first) {
      this.first = first;
    }

    void add(byte[] unit, int code, int weight) {
      int start = size == 0 ? 0 : ends[size - 1];
      int end = start + unit.length;
      if (end > ids.length) {
        ids = Arrays.copyOf(ids, Math.max(end, ids.length * 2));
      }
      System.arraycopy(unit, 0, ids, start, unit.length);
      ends[size] = end;
      rest[3 * size] = (byte) (code >> 8);
      rest[3 * size + 1] = (byte) code;
      rest[3 * size + 2] = (byte) weight;
      size++;
    }

    byte[] records(Units units) {
      byte[] records = new byte[size * WIDTH];
      ByteBuffer numbers = ByteBuffer.wrap(records);
      int start = 0;
      for (int i = 0; i < size; i++) {
        units.writeToken(ids, start, ends[i] - start, records, i * WIDTH);
        System.arraycopy(rest, 3 * i, records, i * WIDTH + CODE, 3);
        numbers.putInt(i * WIDTH + NUMBER, first + i);
        start = ends[i];
      }
      return records;
    }
  }

  void add(byte[] unit, String name, int weight) {
    if (size == TokenTable.MAX_SIZE) {
      throw Refusal.of("csv.size", TokenTable.MAX_SIZE);
    }
    Integer code = codes.get(name);
    block.add(unit, code == null ? newCode(name) : code, weight);
    size++;
    if (block.size == BLOCK) {
      waiting.add(block);
      block = new Block(size);
      if (waiting.size() == BLOCKS_AT_ONCE) {
        work();
      }
    }
  }

  private int newCode(String name) {
    Names.require(Names.CODE, weighted ? "stratum" : "reason", name);
    if (codes.size() == TokenTable.MAX_NAMES) {
      throw Refusal.of("csv.codes", TokenTable.MAX_NAMES);
    }
    codes.put(name, codes.size());
    return codes.size() - 1;
  }

  private void work() {
    done.addAll(waiting.parallelStream().map(b -> b.records(units.fork())).toList());
    waiting.clear();
  }

  TokenTable build() {
    waiting.add(block);
    work();
    byte[] records = RecordSort.sort(done, WIDTH, TokenTable.TOKEN);
    done.clear();
    refuseTwice(records);
    byte[] tokens = new byte[size * TokenTable.TOKEN];
    byte[] rest = new byte[size * 3];
    for (int i = 0; i < size; i++) {
      System.arraycopy(records, i * WIDTH, tokens, i * TokenTable.TOKEN, TokenTable.TOKEN);
      System.arraycopy(records, i * WIDTH + CODE, rest, i * 3, 3);
    }
    String[] names = new String[codes.size()];
    codes.forEach((name, i) -> names[i] = name);
    TokenTable table = Columns.of(names, tokens, rest, size, weighted);
    codes.clear();
    size = 0;
    block = new Block(0);
    return table;
  }

  private void refuseTwice(byte[] records) {
    for (int i = WIDTH; i < records.length; i += WIDTH) {
      int before = i - WIDTH;
      if (Arrays.equals(records, before, before + CODE, records, i, i + CODE)) {
        ByteBuffer numbers = ByteBuffer.wrap(records);
        int a = numbers.getInt(before + NUMBER) + 1;
        int b = numbers.getInt(i + NUMBER) + 1;
        String key = weighted ? "pool.twice" : "pool.twice-excluded";
        throw Refusal.of(key, Math.min(a, b), Math.max(a, b));
      }
    }
  }
}
