package cn.sunlot.draw.targets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.text.Say;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@code frame.csv.gz} and {@code excluded.csv.gz} (sections 3, 11), read strictly and line by
 * line.
 */
final class Csv {

  private static final int BUFFER = 1 << 16;

  private final boolean weighted;
  private final int limit;
  private final Map<String, Integer> codes = new HashMap<>();
  private final byte[] line = new byte[TokenTable.MAX_LINE];
  private byte[] tokens = new byte[1024 * TokenTable.TOKEN];
  private byte[] columns = new byte[1024 * 3];
  private int size;

  Csv(boolean weighted, long limit) {
    this.weighted = weighted;
    this.limit = (int) Math.min(limit, TokenTable.MAX_SIZE);
  }

  static String line(TokenTable table, int index) {
    byte[] out = new byte[TokenTable.MAX_LINE];
    return new String(out, 0, table.lines().write(index, out), US_ASCII);
  }

  static void write(TokenTable table, OutputStream out) throws IOException {
    Merkle.Lines lines = table.lines();
    byte[] line = new byte[TokenTable.MAX_LINE + 1];
    GZIPOutputStream gzip = new GZIPOutputStream(out, BUFFER);
    OutputStream buffered = new BufferedOutputStream(gzip, BUFFER);
    for (int i = 0; i < table.size(); i++) {
      int length = lines.write(i, line);
      line[length] = '\n';
      buffered.write(line, 0, length + 1);
    }
    buffered.flush();
    gzip.finish();
  }

  TokenTable read(InputStream in) throws IOException, BadLine {
    InputStream text = new GZIPInputStream(in, BUFFER);
    byte[] buffer = new byte[BUFFER];
    int length = 0;
    for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          add(length);
          length = 0;
        } else if (length == line.length) {
          throw wrong("csv.long", TokenTable.MAX_LINE);
        } else {
          line[length++] = buffer[i];
        }
      }
    }
    if (length > 0) {
      throw wrong("csv.no-lf");
    }
    return table();
  }

  private void add(int length) throws BadLine {
    if (size == limit) {
      throw wrong("csv.size", limit);
    }
    room();
    if (length < 66 || line[64] != ',') {
      throw wrong("csv.shape", weighted ? "token,stratum,weight" : "token,reason");
    }
    token();
    int end = 65;
    while (end < length && line[end] != ',') {
      end++;
    }
    columns[3 * size] = (byte) (code(end) >> 8);
    columns[3 * size + 1] = (byte) code(end);
    columns[3 * size + 2] = (byte) (weighted ? weight(end, length) : 0);
    if (!weighted && end < length) {
      throw wrong("csv.shape", "token,reason");
    }
    size++;
  }

  private void token() throws BadLine {
    int at = size * TokenTable.TOKEN;
    for (int i = 0; i < TokenTable.TOKEN; i++) {
      int high = digit(line[2 * i]);
      int low = digit(line[2 * i + 1]);
      if (high < 0 || low < 0) {
        throw wrong("csv.token", new String(line, 0, 64, ISO_8859_1));
      }
      tokens[at + i] = (byte) (high << 4 | low);
    }
    int previous = at - TokenTable.TOKEN;
    if (size > 0) {
      int order = Arrays.compareUnsigned(tokens, previous, at, tokens, at, at + TokenTable.TOKEN);
      if (order >= 0) {
        throw wrong(order == 0 ? "csv.twice" : "csv.order", new String(line, 0, 64, US_ASCII));
      }
    }
  }

  private static int digit(byte c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }

  private int code(int end) throws BadLine {
    String name = new String(line, 65, end - 65, ISO_8859_1);
    Integer known = codes.get(name);
    if (known != null) {
      return known;
    }
    if (!Names.CODE.matcher(name).matches()) {
      throw wrong("csv.code", name);
    }
    if (codes.size() == TokenTable.MAX_NAMES) {
      throw wrong("csv.codes", TokenTable.MAX_NAMES);
    }
    codes.put(name, codes.size());
    return codes.size() - 1;
  }

  private int weight(int comma, int length) throws BadLine {
    int weight = 0;
    int digits = length - comma - 1;
    for (int i = comma + 1; i < length && digits <= 2; i++) {
      weight = line[i] >= '0' && line[i] <= '9' ? weight * 10 + line[i] - '0' : 1_000;
    }
    if (digits < 1 || weight < 1 || weight > Frame.MAX_WEIGHT || line[comma + 1] == '0') {
      throw wrong("csv.weight", Frame.MAX_WEIGHT);
    }
    return weight;
  }

  private void room() {
    if ((size + 1) * TokenTable.TOKEN > tokens.length) {
      int lines = Math.min(TokenTable.MAX_SIZE, size + (size >> 1) + 1);
      tokens = Arrays.copyOf(tokens, lines * TokenTable.TOKEN);
      columns = Arrays.copyOf(columns, lines * 3);
    }
  }

  private TokenTable table() {
    String[] names = new String[codes.size()];
    codes.forEach((name, i) -> names[i] = name);
    return Columns.of(names, tokens, columns, size, weighted);
  }

  private BadLine wrong(String key, Object... args) {
    return new BadLine(size + 1, Say.of(key, args));
  }
}
