package cn.sunlot.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run left behind when its JVM was killed: a server that still runs on the data
 * folder, or a {@code postmaster.pid} that names a process long gone or somebody else's.
 *
 * <p>To be cleared only by the holder of the {@link FolderLock}: then no living JVM owns the
 * server.
 */
final class Orphan {
  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
  private static final Path PROC = Path.of("/proc");

  private Orphan() {}

  /** Leaves the data folder without a server on it; bounded in time. */
  static void clear(PostgresServer server, Duration patience) {
    Path data = server.data();
    Path pidFile = data.resolve("postmaster.pid");
    try {
      Optional<Long> pid = pidIn(pidFile);
      if (pid.isPresent() && isServerOn(pid.get(), data)) {
        LOG.warn("Stopping the server (process {}) an earlier run left on {}", pid.get(), data);
        server.stop();
      }
      awaitNone(data, patience);
      if (Files.exists(pidFile)) {
        // Nothing runs on the folder. PostgreSQL would take any living process of that number for a
        // server and refuse to start.
        LOG.warn("Removing {}: it names process {}, no server", pidFile, pid.orElse(-1L));
        Files.delete(pidFile);
      }
    } catch (IOException e) {
      throw new DatabaseProblem(
          "What an earlier run left in %s cannot be cleared: %s".formatted(data, e), e);
    }
  }

  private static Optional<Long> pidIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String first = Files.readString(file).lines().findFirst().orElse("").strip();
    return first.matches("\\d{1,10}") ? Optional.of(Long.parseLong(first)) : Optional.empty();
  }

  // A server whose parent was killed lets its sessions end by themselves; they still write.
  private static void awaitNone(Path data, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    List<Long> left = serversOn(data);
    while (!left.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new DatabaseProblem(
            "Processes %s of PostgreSQL still run on %s and do not end. Stop them (kill), then start again."
                .formatted(left, data));
      }
      pause();
      left = serversOn(data);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted while waiting for an old server to end", e);
    }
  }

  private static List<Long> serversOn(Path data) throws IOException {
    try (Stream<Path> all = Files.list(PROC)) {
      return all.map(each -> String.valueOf(each.getFileName()))
          .filter(name -> name.matches("\\d+"))
          .map(Long::valueOf)
          .filter(pid -> isServerOn(pid, data))
          .toList();
    }
  }

  /** Every process of a server works in the data folder. */
  static boolean isServerOn(long pid, Path data) {
    Path process = PROC.resolve(Long.toString(pid));
    try {
      String name = Files.readString(process.resolve("comm")).strip();
      return name.equals("postgres")
          && (Files.readSymbolicLink(process.resolve("cwd")).equals(data)
              || startedFor(process, data));
    } catch (IOException e) {
      // Gone meanwhile, or another user's, whom our private folder keeps out.
      return false;
    }
  }

  private static boolean startedFor(Path process, Path data) throws IOException {
    byte[] raw = Files.readAllBytes(process.resolve("cmdline"));
    List<String> arguments = List.of(new String(raw, StandardCharsets.UTF_8).split("\0"));
    int at = arguments.indexOf("-D");
    return at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals(data.toString());
  }
}
