package cn.sunlot.kernel.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where this process keeps what it is working on: files that arrive, copies in the clear. A folder
 * of its own in the folder of files, for nobody else to read; what a killed process left is deleted
 * at the next start, what another living one has is not.
 */
@Component
public class WorkFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
  private static final String NAME = "working";
  private static final String LOCK = "lock";

  private final Path all;
  private final Path own;
  private final FileChannel held;

  /**
   * Sweeps, and begins a folder.
   *
   * @param root the folder of files: what is done is moved there in one step
   */
  WorkFolder(@Value("${sunlot.files}") Path root) throws IOException {
    all = Files.createDirectories(root.toAbsolutePath().resolve(NAME));
    own = all.resolve("process-" + UUID.randomUUID());
    held =
        inTurn(
            () -> {
              sweepPartials(root);
              sweep();
              return begin();
            });
  }

  /** The lock is held until the channel is closed. */
  private FileChannel begin() throws IOException {
    Files.createDirectory(own);
    if (own.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
    }
    FileChannel channel = lockFile(own);
    channel.lock();
    return channel;
  }

  @FunctionalInterface
  private interface Turn<T> {
    T take() throws IOException;
  }

  /** One process at a time: a folder that is just being begun looks like one of a dead process. */
  private <T> T inTurn(Turn<T> turn) throws IOException {
    synchronized (WorkFolder.class) {
      try (FileChannel channel = lockFile(all);
          FileLock lock = channel.lock()) {
        LOG.debug("{} is ours for a moment: {}", all, lock);
        return turn.take();
      }
    }
  }

  private static FileChannel lockFile(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Where earlier versions kept files that were arriving. */
  private static void sweepPartials(Path root) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(root, "partial-*")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void sweep() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, "process-*")) {
      for (Path folder : folders) {
        if (dead(folder)) {
          LOG.info("deleting what a process left that was killed: {}", folder);
          FileSystemUtils.deleteRecursively(folder);
        }
      }
    }
  }

  /** The system gives a process's locks free when it ends, however it ends. */
  private static boolean dead(Path folder) throws IOException {
    try (FileChannel channel = lockFile(folder);
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  public Path path() {
    return own;
  }

  /** An empty file that only the account of the platform can read. */
  Path newFile() throws IOException {
    return Files.createTempFile(own, "file-", "");
  }

  @Override
  public void close() throws IOException {
    inTurn(
        () -> {
          held.close();
          return FileSystemUtils.deleteRecursively(own);
        });
  }
}
