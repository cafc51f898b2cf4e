package cn.sunlot.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The strings that cells refer to by number, in constant memory: blocks of strings, the first ones
 * kept, the others written to a temporary file that is gone after {@link #close}.
 */
final class SharedStrings implements Closeable {

  private static final int PER_BLOCK = 128;
  private static final long KEPT_BYTES = 4L << 20;
  private static final long CACHED_BYTES = 6L << 20;
  private static final int BYTES_PER_STRING = 64;

  private final List<String> filling = new ArrayList<>(PER_BLOCK);
  private final List<byte[]> kept = new ArrayList<>();
  private long keptBytes;
  private long[] ends = new long[64];
  private int spilled;
  private int count;
  private @Nullable FileChannel file;
  private final Map<Integer, Block> cache = new LinkedHashMap<>(64, 0.75f, true);
  private long cachedBytes;

  /** Strings ready for use, and about how much memory they take. */
  private record Block(String[] strings, long bytes) {}

  void add(String text) throws IOException {
    filling.add(text);
    count++;
    if (filling.size() == PER_BLOCK) {
      finishBlock();
    }
  }

  /**
   * The string of that number, or null when there is none. Call only after the last {@link #add}.
   */
  @Nullable String get(int index) throws IOException {
    if (index < 0 || index >= count) {
      return null;
    }
    int block = index / PER_BLOCK;
    if (block == kept.size() + spilled) {
      return filling.get(index % PER_BLOCK);
    }
    Block cached = cache.get(block);
    return (cached != null ? cached : load(block)).strings[index % PER_BLOCK];
  }

  private Block load(int number) throws IOException {
    byte[] bytes = number < kept.size() ? kept.get(number) : spilledBlock(number - kept.size());
    Block block = new Block(decode(bytes), bytes.length * 2L + PER_BLOCK * BYTES_PER_STRING);
    cache.put(number, block);
    cachedBytes += block.bytes;
    Iterator<Block> oldest = cache.values().iterator();
    while (cachedBytes > CACHED_BYTES && cache.size() > 1) {
      cachedBytes -= oldest.next().bytes;
      oldest.remove();
    }
    return block;
  }

  /** How many bytes are on disk instead of in memory. */
  long bytesOnDisk() {
    return spilled == 0 ? 0 : ends[spilled - 1];
  }

  private void finishBlock() throws IOException {
    byte[] block = encode(filling);
    filling.clear();
    if (spilled == 0 && keptBytes + block.length <= KEPT_BYTES) {
      kept.add(block);
      keptBytes += block.length;
      return;
    }
    if (spilled == ends.length) {
      ends = Arrays.copyOf(ends, spilled * 2);
    }
    long start = spilled == 0 ? 0 : ends[spilled - 1];
    ByteBuffer buffer = ByteBuffer.wrap(block);
    while (buffer.hasRemaining()) {
      open().write(buffer, start + buffer.position());
    }
    ends[spilled++] = start + block.length;
  }

  private FileChannel open() throws IOException {
    FileChannel open = file;
    if (open == null) {
      Path path = Files.createTempFile("sunlot-strings", ".tmp");
      open =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = open;
    }
    return open;
  }

  private byte[] spilledBlock(int block) throws IOException {
    long start = block == 0 ? 0 : ends[block - 1];
    ByteBuffer buffer = ByteBuffer.allocate((int) (ends[block] - start));
    while (buffer.hasRemaining()) {
      if (open().read(buffer, start + buffer.position()) < 0) {
        throw new IOException("the temporary file of strings is shorter than written");
      }
    }
    return buffer.array();
  }

  private static byte[] encode(List<String> strings) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String text : strings) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
    return bytes.toByteArray();
  }

  private static String[] decode(byte[] block) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
    String[] strings = new String[PER_BLOCK];
    for (int i = 0; i < PER_BLOCK; i++) {
      strings[i] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
    return strings;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
