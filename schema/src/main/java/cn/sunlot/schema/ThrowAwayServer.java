package cn.sunlot.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server that forgets everything when it is closed or when this JVM ends, in whatever
 * way it ends. Durability is off: for tests and for generation in the build only.
 */
public final class ThrowAwayServer implements AutoCloseable {
  private static final String PASSWORD = "throw-away";
  private static final Map<String, String> FAST =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "max_connections", "200",
          "wal_level", "minimal",
          "max_wal_senders", "0",
          "autovacuum", "off",
          "timezone", "UTC");

  // Waits for the end of its input, which comes when the JVM closes it or dies, even by kill -9.
  private static final String REAP =
      """
      trap '' INT TERM HUP
      cat > /dev/null
      pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
      if [ -n "$pid" ]; then
        kill -QUIT "$pid" 2>/dev/null
        n=0
        while kill -0 "$pid" 2>/dev/null && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
      fi
      rm -rf "$1"
      """;

  private final PostgresServer server;
  private final int port;
  private final Process reaper;

  private ThrowAwayServer(PostgresServer server, int port, Process reaper) {
    this.server = server;
    this.port = port;
    this.reaper = reaper;
  }

  /** Starts a server of the shipped version on a free port; about a second. */
  public static ThrowAwayServer start() {
    return start(ThrowAwayServer.class.getClassLoader());
  }

  /** Starts a server of the version whose archive the class loader finds. */
  static ThrowAwayServer start(ClassLoader archives) {
    Path home = PostgresBinaries.in(PostgresBinaries.userCache(), archives);
    try {
      Path folder = Files.createTempDirectory("sunlot-postgres-");
      Process reaper = reaper(folder);
      try {
        PostgresServer server = new PostgresServer(home, folder);
        server.clearTemporary();
        server.initialise(PASSWORD, false);
        int port = PostgresServer.freePort();
        server.start(port, FAST);
        return new ThrowAwayServer(server, port, reaper);
      } catch (IOException | RuntimeException e) {
        reaper.getOutputStream().close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseProblem("A throw-away PostgreSQL cannot be started: " + e, e);
    }
  }

  /** The superuser, in the database of that name. */
  public Login superuser(String database) {
    return new Login(server.url(port, database), PostgresServer.SUPERUSER, PASSWORD);
  }

  /** Stops the server and deletes its folder. */
  @Override
  public void close() {
    try {
      reaper.getOutputStream().close();
      if (!reaper.waitFor(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DatabaseProblem(
            "The throw-away PostgreSQL in %s does not stop".formatted(server.data()));
      }
    } catch (IOException e) {
      throw new DatabaseProblem("The throw-away PostgreSQL cannot be stopped: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process reaper(Path folder) throws IOException {
    return new ProcessBuilder("sh", "-c", REAP, "sunlot-reaper", folder.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
