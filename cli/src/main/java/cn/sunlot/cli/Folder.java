package cn.sunlot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The folder of one draw. A folder that holds a draw already is refused: there is no redraw that
 * leaves no trace (section 2).
 */
final class Folder {

  static final String TRANSCRIPT = "transcript.zip";
  static final String COMMITMENT = "commitment.json";
  static final String SECRETS = "secrets.json";

  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  static Folder create(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        if (files.findAny().isPresent()) {
          throw Trouble.of("out.used", path);
        }
      }
    }
    Files.createDirectories(path);
    return new Folder(path);
  }

  Path path(String name) {
    return path.resolve(name);
  }

  void write(String name, byte[] bytes) throws IOException {
    Files.write(path(name), bytes, StandardOpenOption.CREATE_NEW);
  }

  OutputStream stream(String name) throws IOException {
    return Files.newOutputStream(path(name), StandardOpenOption.CREATE_NEW);
  }

  /** Writes a file that only its owner may read, where the system knows owners. */
  void writeSecret(String name, byte[] bytes) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(path(name), owner);
    Files.write(path(name), bytes);
  }
}
