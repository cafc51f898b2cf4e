package cn.sunlot.draw.mutations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * One change of one file.
 *
 * @param what in words, e.g. {@code changed}; says which kind of change it is
 * @param file its name in the transcript
 * @param op what is done
 * @param at where: path of a value, number of a line, offset of a byte, or nothing
 * @param with what with; an empty text where nothing is needed
 */
public record Mutation(String what, String file, Op op, String at, Json with) {

  /** The files of a transcript after the change. */
  public SortedMap<String, byte[]> of(SortedMap<String, byte[]> files) throws IOException {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    switch (op) {
      case FILE_DROP -> changed.remove(file);
      case FILE_PUT -> changed.put(file, text().getBytes(UTF_8));
      case SPLICE -> changed.put(file, spliced(bytes(files)));
      case SET, PUT, DROP, REPEAT, SWAP -> changed.put(file, edited(bytes(files)));
      case LINE_SET, LINE_DROP, LINE_REPEAT, LINE_SWAP, LINE_OPEN ->
          changed.put(
              file,
              file.endsWith(".gz")
                  ? pack(lines(unpack(bytes(files))))
                  : lines(new String(bytes(files), UTF_8)).getBytes(UTF_8));
    }
    return changed;
  }

  private byte[] bytes(SortedMap<String, byte[]> files) {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw new IllegalStateException("no file " + file);
    }
    return bytes;
  }

  private String text() {
    return ((Json.Text) with).value();
  }

  private byte[] spliced(byte[] bytes) {
    Json.Arr parts = (Json.Arr) with;
    int offset = Integer.parseInt(at);
    int from = offset < 0 ? bytes.length + offset : offset;
    int length = (int) ((Json.Int) parts.items().get(0)).value();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(((Json.Text) parts.items().get(1)).value().getBytes(ISO_8859_1));
    out.write(bytes, from + length, bytes.length - from - length);
    return out.toByteArray();
  }

  private byte[] edited(byte[] json) {
    return Jcs.write(new Edit(op, with).at(Jcs.parse(json), Edit.path(at)));
  }

  private String lines(String text) {
    if (op == Op.LINE_OPEN) {
      return text.substring(0, text.length() - 1);
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    int index = Integer.parseInt(at) - 1;
    switch (op) {
      case LINE_SET -> lines.set(index, text());
      case LINE_DROP -> lines.remove(index);
      case LINE_REPEAT -> lines.add(index, lines.get(index));
      default -> Collections.swap(lines, index, index - 1);
    }
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line).append('\n'));
    return all.toString();
  }

  static String unpack(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static byte[] pack(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
