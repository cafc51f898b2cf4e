package cn.sunlot.kernel.files;

import cn.sunlot.kernel.secrets.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Writes a sealed file. The header comes last, because name and length are known at the end only.
 */
final class SealedWriter extends OutputStream {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final FileChannel file;
  private final Secrets secrets;
  private final byte[] key = new byte[SealedLayout.KEY];
  private final ChunkCipher cipher;
  private final MessageDigest digest = DirectoryFiles.sha256();
  private final byte[] plain = new byte[SealedLayout.CHUNK];
  private final byte[] sealed = new byte[SealedLayout.CHUNK + SealedLayout.TAG];
  private int filled;
  private long chunk;
  private long size;
  private boolean ended;

  /** Writes into an empty file, which stays open. */
  SealedWriter(FileChannel file, Secrets secrets) throws IOException {
    this.file = file;
    this.secrets = secrets;
    RANDOM.nextBytes(key);
    this.cipher = new ChunkCipher(key);
    file.position(SealedLayout.HEADER);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (ended) {
      throw new IOException("the file has ended");
    }
    digest.update(bytes, offset, length);
    size += length;
    for (int from = offset, left = length; left > 0; ) {
      if (filled == plain.length) {
        // Only now it is known that this is not the last one.
        writeChunk(false);
      }
      int some = Math.min(left, plain.length - filled);
      System.arraycopy(bytes, from, plain, filled, some);
      filled += some;
      from += some;
      left -= some;
    }
  }

  private void writeChunk(boolean last) throws IOException {
    int length = cipher.seal(chunk, last, plain, filled, sealed);
    ByteBuffer bytes = ByteBuffer.wrap(sealed, 0, length);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    chunk++;
    filled = 0;
  }

  /** Ends the bytes, but not the file. */
  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      writeChunk(true);
    }
  }

  /** Completes the file on the disk. */
  Files.Stored finish() throws IOException {
    close();
    if (file.size() != SealedLayout.length(size)) {
      throw new IOException("a write has failed before; the file is not whole");
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    byte[] sealedKey = secrets.seal(SealedLayout.words(sha256, size), key);
    ByteBuffer header = SealedLayout.header(size, sealedKey);
    while (header.hasRemaining()) {
      file.write(header, header.position());
    }
    file.force(true);
    return new Files.Stored(sha256, size);
  }
}
