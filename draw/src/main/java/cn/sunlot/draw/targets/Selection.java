package cn.sunlot.draw.targets;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The smallest keys of each stratum without sorting everything: the first eight bytes of every key
 * are kept, the bound of each stratum is found by quickselect, and only units up to the bound get
 * their whole key and their place.
 */
final class Selection {

  private static final int BLOCK = 1 << 14;
  private static final int LABEL = 64 + 3;

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
    int[] starts = new int[numbers.length + 1];
    int[] members = membersByStratum(numbers, starts);
    long[] keys = new long[members.length];
    blocks(members.length, (from, to) -> keys(members, keys, from, to));
    List<List<Drawn>> drawn = new ArrayList<>();
    for (int s = 0; s < numbers.length; s++) {
      drawn.add(smallest(members, keys, starts[s], starts[s + 1], numbers[s]));
    }
    return drawn;
  }

  /** Units that take part, grouped by stratum; stratum s is from starts[s] to starts[s + 1]. */
  private int[] membersByStratum(int[] numbers, int[] starts) {
    int[] sizes = new int[numbers.length];
    for (int i = 0; i < table.size(); i++) {
      int s = table.code(i);
      sizes[s] += numbers[s] > 0 && !without.get(i) ? 1 : 0;
    }
    for (int s = 0; s < sizes.length; s++) {
      starts[s + 1] = starts[s] + sizes[s];
    }
    int[] next = starts.clone();
    int[] members = new int[starts[sizes.length]];
    for (int i = 0; i < table.size(); i++) {
      int s = table.code(i);
      if (numbers[s] > 0 && !without.get(i)) {
        members[next[s]++] = i;
      }
    }
    return members;
  }

  private void keys(int[] members, long[] keys, int from, int to) {
    Key key = new Key(table, tickets.fork());
    for (int i = from; i < to; i++) {
      keys[i] = key.prefix(members[i]);
    }
  }

  private List<Drawn> smallest(int[] members, long[] keys, int from, int to, int number) {
    if (number <= 0 || from == to) {
      return List.of();
    }
    int drawn = Math.min(number, to - from);
    long bound = Quickselect.nth(Arrays.copyOfRange(keys, from, to), drawn - 1);
    int[] chosen =
        IntStream.range(from, to).filter(i -> keys[i] <= bound).map(i -> members[i]).toArray();
    byte[][] records = new byte[(chosen.length + BLOCK - 1) / BLOCK][];
    blocks(chosen.length, (a, b) -> records[a / BLOCK] = records(chosen, a, b));
    byte[] sorted = RecordSort.sort(List.of(records), DrawnList.WIDTH, DrawnList.WIDTH);
    return new DrawnList(sorted, drawn);
  }

  private byte[] records(int[] chosen, int from, int to) {
    Key key = new Key(table, tickets.fork());
    byte[] records = new byte[(to - from) * DrawnList.WIDTH];
    for (int i = from; i < to; i++) {
      int at = (i - from) * DrawnList.WIDTH;
      key.write(chosen[i], records, at);
      table.token(chosen[i], records, at + Suite.LENGTH);
    }
    return records;
  }

  @FunctionalInterface
  private interface Work {
    void on(int from, int to);
  }

  private static void blocks(int size, Work work) {
    IntStream.range(0, (size + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(b -> work.on(b * BLOCK, Math.min(size, (b + 1) * BLOCK)));
  }

  /**
   * Computes keys: the smallest of ticket(token), ticket(token#2), … ticket(token#w); one thread.
   */
  private static final class Key {
    private final TokenTable table;
    private final Tickets tickets;
    private final byte[] token = new byte[TokenTable.TOKEN];
    private final byte[] label = new byte[LABEL];
    private final byte[] smallest = new byte[Tickets.LENGTH];
    private final byte[] ticket = new byte[Tickets.LENGTH];

    Key(TokenTable table, Tickets tickets) {
      this.table = table;
      this.tickets = tickets;
      label[64] = '#';
    }

    /** The first eight bytes of the key, so shifted that signed order is the order of the bytes. */
    long prefix(int index) {
      write(index, smallest, 0);
      long prefix = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        prefix = prefix << 8 | smallest[i] & 0xff;
      }
      return prefix ^ Long.MIN_VALUE;
    }

    void write(int index, byte[] out, int off) {
      table.token(index, token, 0);
      TokenTable.hex(token, 0, label, 0);
      tickets.write(label, 0, 64, out, off);
      for (int ball = 2; ball <= table.weight(index); ball++) {
        tickets.write(label, 0, number(ball), ticket, 0);
        int end = off + Tickets.LENGTH;
        if (Arrays.compareUnsigned(ticket, 0, Tickets.LENGTH, out, off, end) < 0) {
          System.arraycopy(ticket, 0, out, off, Tickets.LENGTH);
        }
      }
    }

    private int number(int ball) {
      int end = 65;
      if (ball > 9) {
        label[end++] = (byte) ('0' + ball / 10);
      }
      label[end++] = (byte) ('0' + ball % 10);
      return end;
    }
  }
}
