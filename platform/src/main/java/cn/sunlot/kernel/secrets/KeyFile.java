package cn.sunlot.kernel.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The file with the key of this installation: 32 random bytes, readable by its owner only. */
final class KeyFile {

  private static final int LENGTH = 32;
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final Path file;

  KeyFile(Path folder) {
    this.folder = folder.toAbsolutePath();
    this.file = this.folder.resolve("secrets.key");
  }

  byte[] readOrCreate(SecureRandom random) throws IOException {
    Files.createDirectories(folder);
    if (isPosix()) {
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }
    if (!Files.exists(file)) {
      create(random);
    }
    refuseReadableByOthers();
    byte[] key = Files.readAllBytes(file);
    if (key.length != LENGTH) {
      throw new IOException(
          file + " has " + key.length + " bytes, not " + LENGTH + ": restore it from a backup");
    }
    return key;
  }

  /** Written beside and linked into place, so that two starts at once cannot use two keys. */
  private void create(SecureRandom random) throws IOException {
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    FileAttribute<?>[] ownerOnly =
        isPosix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_FILE)}
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(folder, "fresh-", ".key", ownerOnly);
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(key));
        channel.force(true);
      }
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // The other start was first; its key counts.
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
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
