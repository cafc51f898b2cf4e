package cn.sunlot.kernel.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on this machine for as long as somebody works with it. */
public final class LocalFile implements Closeable {

  private final Path path;
  private final boolean temporary;

  private LocalFile(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /** One that stays when it is closed. */
  static LocalFile kept(Path path) {
    return new LocalFile(path, false);
  }

  /** One that is deleted when it is closed. */
  static LocalFile temporary(Path path) {
    return new LocalFile(path, true);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }
}
