package cn.sunlot.draw.targets;

import cn.sunlot.draw.Suite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sorted list of tokens, each with a code (stratum or reason) and perhaps a weight, column by
 * column, in memory or mapped from a file.
 *
 * @param names codes by their index in {@code codes}, in byte order
 * @param tokens 32 bytes per line
 * @param codes 2 bytes per line, unsigned, big-endian
 * @param weights 1 byte per line, or empty where lines have no weight
 */
record TokenTable(List<String> names, ByteBuffer tokens, ByteBuffer codes, ByteBuffer weights) {

  /** Most lines that one list can have: an array's limit. */
  static final int MAX_SIZE = 50_000_000;

  /** Most different codes in one list. */
  static final int MAX_NAMES = 1 << 16;

  static final int TOKEN = Suite.LENGTH;

  /** Longest line: token, comma, code, comma, weight. */
  static final int MAX_LINE = 64 + 1 + 64 + 1 + 2;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** The two hex digits of each byte. */
  private static final short[] PAIRS = pairs();

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  TokenTable {
    names = List.copyOf(names);
  }

  int size() {
    return tokens.limit() / TOKEN;
  }

  boolean weighted() {
    return weights.limit() > 0;
  }

  void token(int index, byte[] out, int off) {
    tokens.get(index * TOKEN, out, off, TOKEN);
  }

  int code(int index) {
    return codes.getShort(2 * index) & 0xffff;
  }

  int weight(int index) {
    return weights.get(index);
  }

  /** Writes the token as 64 hex digits. */
  static void hex(byte[] token, int off, byte[] out, int outOff) {
    for (int i = 0; i < TOKEN; i++) {
      SHORTS.set(out, outOff + 2 * i, PAIRS[token[off + i] & 0xff]);
    }
  }

  private static short[] pairs() {
    short[] pairs = new short[256];
    for (int b = 0; b < pairs.length; b++) {
      pairs[b] = (short) (DIGITS[b >> 4] << 8 | DIGITS[b & 15]);
    }
    return pairs;
  }

  /** Something that writes lines into a buffer; one thread. */
  Merkle.Lines lines() {
    byte[][] endings = new byte[names.size()][];
    for (int i = 0; i < endings.length; i++) {
      endings[i] = ("," + names.get(i)).getBytes(StandardCharsets.US_ASCII);
    }
    return (index, out) -> {
      byte[] ending = endings[code(index)];
      hexOf(index, out);
      System.arraycopy(ending, 0, out, 64, ending.length);
      int end = 64 + ending.length;
      return weighted() ? appendWeight(weight(index), out, end) : end;
    };
  }

  private void hexOf(int index, byte[] out) {
    tokens.get(index * TOKEN, out, TOKEN, TOKEN);
    // The digits of a byte never reach a byte that is still to be read.
    hex(out, TOKEN, out, 0);
  }

  private static int appendWeight(int weight, byte[] out, int at) {
    int end = at;
    out[end++] = ',';
    if (weight > 9) {
      out[end++] = DIGITS[weight / 10];
    }
    out[end++] = DIGITS[weight % 10];
    return end;
  }

  byte[] root(Suite suite) {
    return Merkle.root(suite, size(), MAX_LINE, lines());
  }

  /** The index of a token, or -1. */
  int find(byte[] token) {
    int from = 0;
    int to = size() - 1;
    byte[] seen = new byte[TOKEN];
    while (from <= to) {
      int middle = (from + to) >>> 1;
      token(middle, seen, 0);
      int order = Arrays.compareUnsigned(seen, token);
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return -1;
  }

  /** How many lines each code has, by its index. */
  int[] counts() {
    int[] counts = new int[names.size()];
    for (int i = 0; i < size(); i++) {
      counts[code(i)]++;
    }
    return counts;
  }

  /** How many lines each code has, by name. */
  Map<String, Integer> countsByName() {
    int[] counts = counts();
    Map<String, Integer> byName = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      byName.put(names.get(i), counts[i]);
    }
    return byName;
  }
}
