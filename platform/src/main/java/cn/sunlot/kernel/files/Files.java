package cn.sunlot.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Evidence, recordings, documents: bytes addressed by their SHA-256, which is what the log holds.
 */
public interface Files {

  /**
   * Where stored bytes are found.
   *
   * @param sha256 64 hex digits
   * @param size bytes
   */
  record Stored(String sha256, long size) {}

  /** Stores the bytes; the same bytes twice are stored once. */
  Stored store(InputStream bytes) throws IOException;

  /** Opens stored bytes. */
  InputStream open(String sha256) throws IOException;

  /**
   * Takes stored bytes away, where nothing names them any more; nothing happens if they are gone.
   */
  void remove(String sha256) throws IOException;

  /** The bytes as a local file for reading (a copy where the store is remote). */
  Path localCopy(String sha256) throws IOException;
}
