package cn.sunlot.kernel.files;

import java.nio.ByteBuffer;

/**
 * How a sealed file is laid out: {@code "SUNLOT" 0 version}, the number of plain bytes, the key of
 * this file sealed under the key of the installation, then chunks of 64 KiB, each with its tag.
 *
 * <p>The words under which the file's key is sealed hold name and length, so it opens for this file
 * only. The nonce of a chunk is its number and whether it is the last one (the STREAM construction
 * of Hoang, Reyhanitabar, Rogaway and Vizár, 2015); no key serves two files, so nothing random is
 * needed in it.
 */
final class SealedLayout {

  static final int CHUNK = 1 << 16;
  static final int TAG = 16;
  static final int KEY = 32;

  /** Version, nonce and tag of {@link cn.sunlot.kernel.secrets.Secrets#seal} around the key. */
  static final int SEALED_KEY = 1 + 12 + KEY + TAG;

  static final byte[] MAGIC = {'S', 'U', 'N', 'L', 'O', 'T', 0, 1};
  static final int HEADER = MAGIC.length + Long.BYTES + SEALED_KEY;

  private static final int NONCE = 12;

  private SealedLayout() {}

  /** The words under which the file's key is sealed. */
  static String words(String sha256, long size) {
    return "files/" + sha256 + "/" + size;
  }

  /** How many chunks there are; an empty file has one that is empty, so that it has a tag. */
  static long chunks(long size) {
    return size == 0 ? 1 : (size - 1) / CHUNK + 1;
  }

  /** Plain bytes in a chunk. */
  static int bytesOf(long chunk, long size) {
    return (int) Math.min(CHUNK, size - chunk * CHUNK);
  }

  /** Where a chunk begins in the file. */
  static long begin(long chunk) {
    return HEADER + chunk * (CHUNK + TAG);
  }

  /** How long the file is. */
  static long length(long size) {
    return HEADER + size + chunks(size) * TAG;
  }

  static byte[] nonce(long chunk, boolean last) {
    return ByteBuffer.allocate(NONCE)
        .putLong(NONCE - 1 - Long.BYTES, chunk)
        .put(NONCE - 1, (byte) (last ? 1 : 0))
        .array();
  }

  static ByteBuffer header(long size, byte[] sealedKey) {
    return ByteBuffer.allocate(HEADER).put(MAGIC).putLong(size).put(sealedKey).flip();
  }
}
