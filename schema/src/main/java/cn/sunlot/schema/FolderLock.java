package cn.sunlot.schema;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process at a time in a folder. The kernel lets go of the lock when the process ends, also by
 * kill -9; so a lock file that merely lies there means nothing.
 */
final class FolderLock implements AutoCloseable {
  // Opening and closing the file again in the process that holds the lock would give the lock up.
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param folder the real path of the folder
   * @throws DatabaseProblem when another process, or another part of this one, has it
   */
  static FolderLock take(Path folder) {
    if (!HERE.add(folder)) {
      throw taken(folder, "this process itself (%d)".formatted(ProcessHandle.current().pid()));
    }
    FileChannel channel = null;
    try {
      Path file = folder.resolve("lock");
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw taken(folder, "process " + Files.readString(file).strip());
      }
      channel.truncate(0);
      String pid = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
      return new FolderLock(folder, channel);
    } catch (IOException | RuntimeException e) {
      close(channel);
      HERE.remove(folder);
      if (e instanceof DatabaseProblem problem) {
        throw problem;
      }
      throw new DatabaseProblem("The folder %s cannot be locked: %s".formatted(folder, e), e);
    }
  }

  @Override
  public void close() {
    close(channel);
    HERE.remove(folder);
  }

  private static DatabaseProblem taken(Path folder, String by) {
    return new DatabaseProblem(
        "The database in %s is in use by %s. Stop that one first, or name another folder."
            .formatted(folder, by));
  }

  private static void close(@org.jspecify.annotations.Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new DatabaseProblem("The lock cannot be given up: " + e, e);
      }
    }
  }
}
