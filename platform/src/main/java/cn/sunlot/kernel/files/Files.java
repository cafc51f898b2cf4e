package cn.sunlot.kernel.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Evidence, recordings, documents: bytes addressed by their SHA-256, which is what the log holds.
 *
 * <p>What holds personal data is stored sealed: the address is still that of the plain bytes, and
 * whoever opens it need not know.
 */
public interface Files {

  /**
   * Where stored bytes are found.
   *
   * @param sha256 64 hex digits
   * @param size bytes
   */
  record Stored(String sha256, long size) {}

  /** Bytes on their way into the store: sealed as they are written, so that none lies open. */
  interface NewFile extends Closeable {

    /** Where they are written to; memory does not grow with them. */
    OutputStream out();

    /** Stores what was written, to the end; nothing can be written after it. */
    Stored keep() throws IOException;

    /** Ends it; what was not kept is gone. */
    @Override
    void close() throws IOException;
  }

  /**
   * Stores the bytes as they are; the same bytes twice are stored once. For what is public, or is
   * sealed by those who store it.
   */
  Stored store(InputStream bytes) throws IOException;

  /** Stores the bytes sealed (PDS-25); the same bytes twice are stored once. */
  default Stored storeSealed(InputStream bytes) throws IOException {
    try (NewFile file = newSealed()) {
      bytes.transferTo(file.out());
      return file.keep();
    }
  }

  /** Begins a file that is stored sealed. */
  NewFile newSealed() throws IOException;

  /**
   * Opens stored bytes.
   *
   * @throws DamagedFile if they were sealed and are not as they were; also later, while reading,
   *     before any wrong byte is given
   */
  InputStream open(String sha256) throws IOException;

  /**
   * How many bytes {@link #open} gives.
   *
   * @throws DamagedFile if they were sealed and the file has lost some
   */
  long size(String sha256) throws IOException;

  /**
   * Takes stored bytes away, where nothing names them any more; nothing happens if they are gone.
   */
  void remove(String sha256) throws IOException;

  /**
   * The bytes as a local file for reading, for what cannot read a stream. Of sealed ones that is a
   * copy in the clear, so close it as soon as it was read.
   */
  LocalFile localCopy(String sha256) throws IOException;

  /** An empty file for work, readable by the platform alone; gone when it is closed. */
  LocalFile newLocal() throws IOException;
}
