package cn.sunlot.draw.targets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * The internal binary file of a frame: magic, length of the header (4 bytes), header (JCS: size,
 * root, strata), then the columns tokens, codes, weights. Written whole or not at all; read by
 * mapping it.
 */
final class FrameFile {

  private static final byte[] MAGIC = "SLFRAME1".getBytes(US_ASCII);
  private static final int MAX_HEADER = 8 << 20;

  private FrameFile() {}

  static void write(TokenTable table, String root, Path file) throws IOException {
    byte[] header =
        Jcs.write(
            Json.object()
                .put("size", table.size())
                .put("root", root)
                .put("strata", Json.texts(table.names()))
                .build());
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, "frame", ".part");
    try {
      try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer head = ByteBuffer.allocate(MAGIC.length + 4 + header.length);
        drain(out, head.put(MAGIC).putInt(header.length).put(header).flip());
        drain(out, table.tokens().duplicate().rewind());
        drain(out, table.codes().duplicate().rewind());
        drain(out, table.weights().duplicate().rewind());
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void drain(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  static Frame open(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer start = fill(in, file, 0, MAGIC.length + 4);
      int length = start.getInt(MAGIC.length);
      boolean magic = Arrays.equals(start.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length);
      if (!magic || length < 2 || length > MAX_HEADER) {
        throw Refusal.of("frame.file", file);
      }
      Node header = Node.root(Jcs.parse(fill(in, file, MAGIC.length + 4, length).array()));
      int size = (int) header.get("size").integer(0, TokenTable.MAX_SIZE);
      List<String> names =
          header.get("strata").items().stream().map(n -> n.text(Names.CODE)).toList();
      long columns = MAGIC.length + 4L + length;
      if (in.size() != columns + size * (TokenTable.TOKEN + 3L)) {
        throw Refusal.of("frame.file", file);
      }
      long codes = columns + (long) size * TokenTable.TOKEN;
      TokenTable table =
          new TokenTable(
              names,
              in.map(MapMode.READ_ONLY, columns, (long) size * TokenTable.TOKEN),
              in.map(MapMode.READ_ONLY, codes, 2L * size),
              in.map(MapMode.READ_ONLY, codes + 2L * size, size));
      return new Frame(table, header.get("root").text(Names.HEX32));
    }
  }

  private static ByteBuffer fill(FileChannel in, Path file, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (in.read(bytes, from + bytes.position()) < 0) {
        throw Refusal.of("frame.file", file);
      }
    }
    return bytes;
  }
}
