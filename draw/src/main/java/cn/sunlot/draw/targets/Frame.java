package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Subject.Listed;
import cn.sunlot.draw.Subject.Stratum;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The frozen frame of a draw (section 3): lines {@code token,stratum,weight} in byte order with
 * their Merkle root. It does not change any more, and may be used by many threads.
 */
public final class Frame {

  /** Most units that one frame can have. */
  public static final int MAX_SIZE = TokenTable.MAX_SIZE;

  /** Largest weight. */
  public static final int MAX_WEIGHT = 64;

  private final TokenTable table;
  private final Listed listed;

  Frame(TokenTable table, String root) {
    this.table = table;
    this.listed = new Listed(table.size(), root);
  }

  /** Number of units. */
  public int size() {
    return table.size();
  }

  /** Size and Merkle root, as in the commitment document. */
  public Listed listed() {
    return listed;
  }

  /** The strata that occur, in byte order. */
  public List<String> strata() {
    return table.names();
  }

  /** Number of members of each stratum. */
  public Map<String, Integer> sizes() {
    return table.countsByName();
  }

  /**
   * Sizes and quotas for the commitment document (section 4).
   *
   * @param rules one for every stratum that occurs, and no others
   * @throws Refusal if a stratum has no rule, or a rule no stratum
   */
  public Map<String, Stratum> quotas(Map<String, Quota> rules) {
    if (!rules.keySet().equals(sizes().keySet())) {
      throw Refusal.of(
          "frame.rules", String.join(", ", strata()), String.join(", ", rules.keySet()));
    }
    Map<String, Stratum> strata = new TreeMap<>();
    sizes().forEach((name, n) -> strata.put(name, Stratum.of(n, rule(rules, name))));
    return strata;
  }

  private static Quota rule(Map<String, Quota> rules, String stratum) {
    return java.util.Objects.requireNonNull(rules.get(stratum));
  }

  /** The line of this index, 0 to size - 1, without LF. */
  public String line(int index) {
    return Csv.line(table, index);
  }

  /** Whether the token is in the frame. */
  public boolean contains(String token) {
    return table.find(Names.bytes32("token", token)) >= 0;
  }

  /** The index of a token's line, or -1. */
  public int indexOf(String token) {
    return table.find(Names.bytes32("token", token));
  }

  /** Writes {@code frame.csv.gz}: gzip of the lines, each with LF. */
  public void writeCsv(OutputStream out) throws IOException {
    Csv.write(table, out);
  }

  /**
   * Reads {@code frame.csv.gz} and computes its root.
   *
   * @param limit most lines to read
   * @throws BadLine if a line is malformed, out of order, twice, or beyond the limit
   * @throws IOException if it is not gzip
   */
  public static Frame readCsv(Suite suite, InputStream in, long limit) throws IOException, BadLine {
    TokenTable table = new Csv(true, limit).read(in);
    return new Frame(table, Names.hex(table.root(suite)));
  }

  /** Writes the internal binary file, from which a draw reads fastest. */
  public void save(Path file) throws IOException {
    FrameFile.write(table, listed.root(), file);
  }

  /**
   * Maps the internal binary file; the root is the one stored there, see {@link #verifyRoot}.
   *
   * @throws Refusal if the file is not such a file or not whole
   */
  public static Frame open(Path file) throws IOException {
    return FrameFile.open(file);
  }

  /**
   * Computes the root anew.
   *
   * @throws Refusal if it is not the one stated: the file was changed
   */
  public void verifyRoot(Suite suite) {
    String found = Names.hex(table.root(suite));
    if (!found.equals(listed.root())) {
      throw Refusal.of("frame.root", listed.root(), found);
    }
  }

  TokenTable table() {
    return table;
  }
}
