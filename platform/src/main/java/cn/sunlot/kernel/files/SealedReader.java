package cn.sunlot.kernel.files;

import cn.sunlot.kernel.secrets.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads a sealed file, from any place on; gives no byte of a chunk before the whole chunk was found
 * to be what was sealed.
 */
final class SealedReader extends InputStream {

  private final FileChannel file;
  private final String sha256;
  private final long size;
  private final ChunkCipher cipher;
  private final byte[] sealed = new byte[SealedLayout.CHUNK + SealedLayout.TAG];
  private final byte[] plain = new byte[SealedLayout.CHUNK];
  private long loaded = -1;
  private long position;

  private SealedReader(FileChannel file, String sha256, Secrets secrets) throws IOException {
    this.file = file;
    this.sha256 = sha256;
    ByteBuffer header = ByteBuffer.allocate(SealedLayout.HEADER);
    fill(header, 0);
    byte[] magic = new byte[SealedLayout.MAGIC.length];
    header.flip().get(magic);
    if (!Arrays.equals(magic, SealedLayout.MAGIC)) {
      throw new DamagedFile(sha256, "its header is not the one of a sealed file");
    }
    this.size = header.getLong();
    byte[] sealedKey = new byte[header.remaining()];
    header.get(sealedKey);
    try {
      this.cipher = new ChunkCipher(secrets.open(SealedLayout.words(sha256, size), sealedKey));
    } catch (Secrets.SealBroken e) {
      throw new DamagedFile(sha256, "wrong key file, another's name, or its header was changed");
    }
    if (file.size() != SealedLayout.length(size)) {
      throw new DamagedFile(
          sha256, "it has " + file.size() + " bytes, not " + SealedLayout.length(size));
    }
    // The end first. So what fails later fails with a whole chunk or more to come, and an answer
    // under way cannot be filled up by what a server adds to say so.
    load(SealedLayout.chunks(size) - 1);
  }

  /**
   * Opens a file.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   * @throws DamagedFile if it is not the one that was sealed under this name
   */
  static SealedReader open(Path place, String sha256, Secrets secrets) throws IOException {
    FileChannel file = FileChannel.open(place, StandardOpenOption.READ);
    try {
      return new SealedReader(file, sha256, secrets);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Plain bytes in all. */
  long size() {
    return size;
  }

  private void load(long chunk) throws IOException {
    int length = SealedLayout.bytesOf(chunk, size) + SealedLayout.TAG;
    loaded = -1;
    fill(ByteBuffer.wrap(sealed, 0, length), SealedLayout.begin(chunk));
    boolean last = chunk == SealedLayout.chunks(size) - 1;
    if (!cipher.open(chunk, last, sealed, length, plain)) {
      throw new DamagedFile(sha256, "its bytes were changed");
    }
    loaded = chunk;
  }

  private void fill(ByteBuffer buffer, long from) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int read = file.read(buffer, at);
      if (read < 0) {
        throw new DamagedFile(sha256, "it was cut");
      }
      at += read;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    if (position == size) {
      return -1;
    }
    long chunk = position / SealedLayout.CHUNK;
    if (chunk != loaded) {
      load(chunk);
    }
    int from = (int) (position % SealedLayout.CHUNK);
    int some = Math.min(length, SealedLayout.bytesOf(chunk, size) - from);
    System.arraycopy(plain, from, to, offset, some);
    position += some;
    return some;
  }

  /** Parts of a recording are asked for: what is left out need not be opened. */
  @Override
  public long skip(long count) {
    long some = Math.max(0, Math.min(count, size - position));
    position += some;
    return some;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, size - position);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
