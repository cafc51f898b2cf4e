package cn.sunlot.kernel.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A small file that only the account of the platform may read; complete or not there. */
public final class PrivateFile {

  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final Path file;

  /** A file of this name; the folder is made when it is not there. */
  public PrivateFile(Path folder, String name) {
    this.folder = folder.toAbsolutePath();
    this.file = this.folder.resolve(name);
  }

  public Path path() {
    return file;
  }

  /**
   * What is in the file.
   *
   * @throws IOException if it cannot be read, or others may read it
   */
  public Optional<byte[]> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    refuseReadableByOthers();
    return Optional.of(Files.readAllBytes(file));
  }

  /** What is in the file, which is made first where it is not there. */
  public byte[] readOrCreate(Supplier<byte[]> content) throws IOException {
    prepareFolder();
    if (!Files.exists(file)) {
      Path fresh = write(content.get());
      try {
        // Linked into place, so that two starts at once cannot use two keys.
        Files.createLink(file, fresh);
      } catch (FileAlreadyExistsException e) {
        // The other start was first; its content counts.
      } finally {
        Files.deleteIfExists(fresh);
      }
    }
    refuseReadableByOthers();
    return Files.readAllBytes(file);
  }

  /** Puts this in the place of what was there; when it returns, a power cut does not undo it. */
  public void replace(byte[] content) throws IOException {
    prepareFolder();
    Path fresh = write(content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private void prepareFolder() throws IOException {
    Files.createDirectories(folder);
    if (isPosix()) {
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }
  }

  private Path write(byte[] content) throws IOException {
    FileAttribute<?>[] ownerOnly =
        isPosix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_FILE)}
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(folder, "fresh-", ".part", ownerOnly);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return fresh;
  }

  private void refuseReadableByOthers() throws IOException {
    if (isPosix() && !OWNER_FILE.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(file + " can be read by others: chmod 600 " + file);
    }
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
