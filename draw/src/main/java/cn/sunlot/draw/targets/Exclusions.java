package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Subject.Excluded;
import cn.sunlot.draw.Subject.Listed;
import cn.sunlot.draw.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The units of the pool that cannot be drawn (section 3): lines {@code token,reason} in byte order.
 */
public final class Exclusions {

  private final TokenTable table;
  private final Listed listed;

  Exclusions(TokenTable table, String root) {
    this.table = table;
    this.listed = new Listed(table.size(), root);
  }

  /** Number of units. */
  public int size() {
    return table.size();
  }

  /** Size, root and counts of reasons, as in the commitment document. */
  public Excluded excluded() {
    return new Excluded(listed, reasons());
  }

  /** Number of units for each reason. */
  public Map<String, Integer> reasons() {
    return table.countsByName();
  }

  /** The line of this index, 0 to size - 1, without LF. */
  public String line(int index) {
    return Csv.line(table, index);
  }

  /** Whether the token is excluded. */
  public boolean contains(String token) {
    return table.find(Names.bytes32("token", token)) >= 0;
  }

  /**
   * The first line, counted from 0, whose token is in the frame too: such a unit would be in both
   * lists.
   */
  public Optional<Integer> firstAlsoIn(Frame frame) {
    TokenTable other = frame.table();
    byte[] mine = new byte[TokenTable.TOKEN];
    byte[] theirs = new byte[TokenTable.TOKEN];
    int at = 0;
    for (int i = 0; i < table.size(); i++) {
      table.token(i, mine, 0);
      int order = -1;
      while (at < other.size() && order < 0) {
        other.token(at, theirs, 0);
        order = Arrays.compareUnsigned(theirs, mine);
        at += order < 0 ? 1 : 0;
      }
      if (order == 0) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The index of a token's line, or -1. */
  public int indexOf(String token) {
    return table.find(Names.bytes32("token", token));
  }

  /** Writes {@code excluded.csv.gz}: gzip of the lines, each with LF. */
  public void writeCsv(OutputStream out) throws IOException {
    Csv.write(table, out);
  }

  /**
   * Reads {@code excluded.csv.gz} and computes its root.
   *
   * @param limit most lines to read
   * @throws BadLine if a line is malformed, out of order, twice, or beyond the limit
   * @throws IOException if it is not gzip
   */
  public static Exclusions readCsv(Suite suite, InputStream in, long limit)
      throws IOException, BadLine {
    TokenTable table = new Csv(false, limit).read(in);
    return new Exclusions(table, Names.hex(table.root(suite)));
  }

  TokenTable table() {
    return table;
  }
}
