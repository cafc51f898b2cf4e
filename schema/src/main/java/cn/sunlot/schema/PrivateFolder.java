package cn.sunlot.schema;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Folders and files that only the running user may enter or read. */
public final class PrivateFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private PrivateFolder() {}

  /**
   * The folder, created with mode 0700 when it is not there.
   *
   * @throws DatabaseProblem when it is a link, belongs to somebody else or is open to others
   */
  public static Path at(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      if (Files.notExists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        Path parent = absolute.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        createOnce(absolute);
      }
      check(absolute);
      return absolute.toRealPath();
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The folder %s cannot be used: %s. Name another one or give this user the right to it."
              .formatted(absolute, e),
          e);
    }
  }

  private static void createOnce(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (java.nio.file.FileAlreadyExistsException e) {
      // Another process was first; check() decides whether it may be used.
    }
  }

  private static void check(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new DatabaseProblem(
          folder + " is not a folder (or is a link). Name a real folder, or remove it.");
    }
    Object owner = Files.getAttribute(folder, "unix:uid");
    Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (!owner.equals(me)) {
      throw new DatabaseProblem(
          "The folder %s belongs to user id %s, this process runs as %s. Run as its owner, or name"
                  .formatted(folder, owner, me)
              + " another folder.");
    }
    Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
    open.retainAll(Files.getPosixFilePermissions(folder));
    if (!open.isEmpty()) {
      throw new DatabaseProblem(
          "The folder %s is open to others (%s). It holds passwords and data; run: chmod 700 %s"
              .formatted(
                  folder,
                  PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)),
                  folder));
    }
  }

  /** Makes renames in the folder survive a power cut. */
  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Removes the folder and all in it; nothing happens when it is not there. */
  static void remove(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
