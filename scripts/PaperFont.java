import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a TrueType font again with one table of characters, without those whose glyph a more common
 * character has too.
 *
 * <p>A PDF knows one character per glyph, the one with the lowest number: with the radicals U+2E80
 * to U+2FDF in the font, text copied or searched in a PDF is of radicals; with U+3B35, rubber (胶)
 * is not found.
 */
public final class PaperFont {

  private static final int FIRST_RADICAL = 0x2E80;
  private static final int LAST_RADICAL = 0x2FDF;

  /** Em space, a slash, angle brackets, a wave, and a twin of U+80F6. */
  private static final Set<Integer> TWINS =
      Set.of(0x2003, 0x2215, 0x2329, 0x232A, 0x301C, 0x3B35);

  /** Tables for vertical text and for shaping that the papers do not use. */
  private static final Set<String> LEFT_OUT =
      Set.of("GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx");

  private PaperFont() {}

  public static void main(String[] args) throws IOException {
    ByteBuffer font = ByteBuffer.wrap(Files.readAllBytes(Path.of(args[0])));
    Map<String, byte[]> tables = new TreeMap<>();
    int count = font.getShort(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      String tag = new String(bytes(font, entry, 4), StandardCharsets.US_ASCII);
      if (!LEFT_OUT.contains(tag)) {
        tables.put(tag, bytes(font, font.getInt(entry + 8), font.getInt(entry + 12)));
      }
    }
    tables.put("cmap", withoutTwins(ByteBuffer.wrap(tables.get("cmap"))));
    ByteBuffer.wrap(tables.get("head")).putInt(8, 0);
    byte[] written = write(tables);
    int sum = 0xB1B0AFBA - sum(written);
    ByteBuffer.wrap(written).putInt(headAt(tables) + 8, sum);
    Files.write(Path.of(args[1]), written);
  }

  /** The table with a single subtable of format 12, for Unicode and for Windows. */
  private static byte[] withoutTwins(ByteBuffer cmap) throws IOException {
    List<int[]> groups = new ArrayList<>();
    int subtable = format12(cmap);
    int count = cmap.getInt(subtable + 12);
    for (int i = 0; i < count; i++) {
      int at = subtable + 16 + 12 * i;
      int start = cmap.getInt(at);
      int glyph = cmap.getInt(at + 8);
      for (int c = start; c <= cmap.getInt(at + 4); c++) {
        if ((c < FIRST_RADICAL || c > LAST_RADICAL) && !TWINS.contains(c)) {
          add(groups, c, glyph + c - start);
        }
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(0);
    out.writeShort(2);
    for (int[] platform : new int[][] {{0, 4}, {3, 10}}) {
      out.writeShort(platform[0]);
      out.writeShort(platform[1]);
      out.writeInt(20);
    }
    out.writeShort(12);
    out.writeShort(0);
    out.writeInt(16 + 12 * groups.size());
    out.writeInt(0);
    out.writeInt(groups.size());
    for (int[] group : groups) {
      for (int value : group) {
        out.writeInt(value);
      }
    }
    return bytes.toByteArray();
  }

  private static void add(List<int[]> groups, int c, int glyph) {
    int[] last = groups.isEmpty() ? new int[] {-1, -2, 0} : groups.get(groups.size() - 1);
    if (c == last[1] + 1 && glyph == last[2] + c - last[0]) {
      last[1] = c;
    } else {
      groups.add(new int[] {c, c, glyph});
    }
  }

  private static int format12(ByteBuffer cmap) {
    for (int i = 0; i < cmap.getShort(2); i++) {
      int subtable = cmap.getInt(4 + 8 * i + 4);
      if (cmap.getShort(subtable) == 12) {
        return subtable;
      }
    }
    throw new IllegalArgumentException("no table of characters of format 12");
  }

  private static byte[] write(Map<String, byte[]> tables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int power = Integer.highestOneBit(tables.size());
    out.writeInt(0x00010000);
    out.writeShort(tables.size());
    out.writeShort(16 * power);
    out.writeShort(Integer.numberOfTrailingZeros(power));
    out.writeShort(16 * (tables.size() - power));
    int at = 12 + 16 * tables.size();
    for (var table : tables.entrySet()) {
      out.writeBytes(table.getKey());
      out.writeInt(sum(table.getValue()));
      out.writeInt(at);
      out.writeInt(table.getValue().length);
      at += padded(table.getValue().length);
    }
    for (byte[] table : tables.values()) {
      out.write(table);
      out.write(new byte[padded(table.length) - table.length]);
    }
    return bytes.toByteArray();
  }

  private static int headAt(Map<String, byte[]> tables) {
    int at = 12 + 16 * tables.size();
    for (var table : tables.entrySet()) {
      if (table.getKey().equals("head")) {
        return at;
      }
      at += padded(table.getValue().length);
    }
    throw new IllegalArgumentException("no table head");
  }

  private static int sum(byte[] table) {
    ByteBuffer words = ByteBuffer.wrap(java.util.Arrays.copyOf(table, padded(table.length)));
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static byte[] bytes(ByteBuffer from, int at, int length) {
    byte[] bytes = new byte[length];
    from.get(at, bytes);
    return bytes;
  }
}
