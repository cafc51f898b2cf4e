package cn.sunlot.draw.targets;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the columns of a {@link TokenTable}, with codes renumbered in byte order of their names.
 */
final class Columns {

  private Columns() {}

  /**
   * A table of lines that are sorted already.
   *
   * @param names codes in any order
   * @param tokens 32 bytes per line
   * @param rest 3 bytes per line: index of the code (2), weight
   */
  static TokenTable of(String[] names, byte[] tokens, byte[] rest, int size, boolean weighted) {
    String[] sorted = names.clone();
    Arrays.sort(sorted);
    int[] place = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      place[i] = Arrays.binarySearch(sorted, names[i]);
    }
    ByteBuffer codes = ByteBuffer.allocate(2 * size);
    ByteBuffer weights = ByteBuffer.allocate(weighted ? size : 0);
    for (int i = 0; i < size; i++) {
      int code = (rest[3 * i] & 0xff) << 8 | rest[3 * i + 1] & 0xff;
      codes.putShort(2 * i, (short) place[code]);
      if (weighted) {
        weights.put(i, rest[3 * i + 2]);
      }
    }
    ByteBuffer column = ByteBuffer.wrap(tokens, 0, size * TokenTable.TOKEN).slice();
    return new TokenTable(List.of(sorted), column, codes, weights);
  }
}
