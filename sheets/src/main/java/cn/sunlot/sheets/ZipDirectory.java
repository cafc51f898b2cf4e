package cn.sunlot.sheets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks at the end of a zip file before it is opened, because opening keeps its whole directory in
 * memory: a workbook has some dozens of parts, not millions.
 */
final class ZipDirectory {

  private static final int MAX_PARTS = 10_000;
  private static final long MAX_BYTES = 4L << 20;
  private static final int END_BYTES = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int END64_BYTES = 56;
  private static final int END64_SIGNATURE = 0x06064b50;

  private ZipDirectory() {}

  static void check(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      int length = (int) Math.min(file.size(), END_BYTES + 65_535L);
      long start = file.size() - length;
      ByteBuffer tail = read(file, start, length);
      for (int at = length - END_BYTES; at >= 0; at--) {
        if (tail.getInt(at) == END_SIGNATURE) {
          checkEnd(file, tail, at, start + at);
          return;
        }
      }
    }
    throw damaged();
  }

  private static void checkEnd(FileChannel file, ByteBuffer tail, int at, long position)
      throws IOException {
    long parts = Short.toUnsignedInt(tail.getShort(at + 10));
    long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
    // All ones mean: see the 64-bit record, which some programs write for small files too.
    if (parts == 0xFFFF || bytes == 0xFFFF_FFFFL) {
      ByteBuffer end = end64(file, position);
      parts = end.getLong(32);
      bytes = end.getLong(40);
    }
    if (parts < 0 || parts > MAX_PARTS || bytes < 0 || bytes > MAX_BYTES) {
      throw Problem.ofFile(Code.XML_ABUSE, "zip", "部件过多", "it has too many parts").refused();
    }
  }

  private static ByteBuffer end64(FileChannel file, long endPosition) throws IOException {
    ByteBuffer locator = read(file, endPosition - LOCATOR_BYTES, LOCATOR_BYTES);
    if (locator.getInt(0) != LOCATOR_SIGNATURE) {
      throw damaged();
    }
    ByteBuffer end = read(file, locator.getLong(8), END64_BYTES);
    if (end.getInt(0) != END64_SIGNATURE) {
      throw damaged();
    }
    return end;
  }

  private static ByteBuffer read(FileChannel file, long start, int length) throws IOException {
    if (start < 0 || start > file.size() - length) {
      throw damaged();
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, start + bytes.position()) < 0) {
        throw damaged();
      }
    }
    return bytes;
  }

  private static SheetRefused damaged() {
    return Problem.ofFile(Code.DAMAGED, "zip").refused();
  }
}
