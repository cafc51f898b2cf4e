package cn.sunlot.schema;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The PostgreSQL that comes with the platform: durable, on the loopback address, with passwords.
 *
 * <p>Everything is in one private folder: the programs, the data, the generated passwords, the log.
 * One process at a time uses it. A server that a killed process left behind is stopped first; the
 * start never waits without limit. Who starts it closes it: no shutdown hook is registered, because
 * only the caller knows which of its parts still need the database while they end.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The owner of the database and of all objects in it; no superuser. */
  public static final String OWNER = "sunlot_owner";

  /** The database. */
  public static final String DATABASE = "sunlot";

  /** What the caller may tune; the rest, durability above all, is not to be had otherwise. */
  private static final Set<String> TUNABLE =
      Set.of(
          "shared_buffers",
          "effective_cache_size",
          "work_mem",
          "maintenance_work_mem",
          "max_connections",
          "max_wal_size",
          "min_wal_size",
          "checkpoint_timeout",
          "random_page_cost",
          "log_min_duration_statement");

  private static final Map<String, String> LOGGING =
      Map.of(
          "logging_collector", "on",
          "log_directory", "log",
          "log_filename", "postgresql-%a.log",
          "log_rotation_age", "1d",
          "log_rotation_size", "0",
          "log_truncate_on_rotation", "on",
          "log_file_mode", "0600");

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int TRIES = 5;

  private final FolderLock lock;
  private final PostgresServer server;
  private final Passwords passwords;
  private final int port;
  private boolean closed;

  private EmbeddedDatabase(FolderLock lock, PostgresServer server, Passwords passwords, int port) {
    this.lock = lock;
    this.server = server;
    this.passwords = passwords;
    this.port = port;
  }

  /** Starts it on a free port, tuned for this machine. */
  public static EmbeddedDatabase start(Path folder) {
    return start(folder, 0, Tuning.ofThisMachine());
  }

  /**
   * Starts it, makes it first when the folder is new, and checks that it is durable.
   *
   * @param folder the working folder, mode 0700; created when it is not there
   * @param port the port on 127.0.0.1; 0 takes a free one
   * @param tuning settings of PostgreSQL from a short list ({@code shared_buffers}, {@code
   *     max_connections}, …)
   * @throws DatabaseProblem when another process uses the folder, the port is taken, the folder is
   *     open to others, or the server does not start; it says which and what to do
   */
  public static EmbeddedDatabase start(Path folder, int port, Map<String, String> tuning) {
    checkTuning(tuning);
    Path real = PrivateFolder.at(folder);
    FolderLock lock = FolderLock.take(real);
    try {
      return startLocked(lock, port, tuning, real);
    } catch (IOException e) {
      lock.close();
      throw new DatabaseProblem(
          "The embedded database in %s cannot be started: %s".formatted(real, e), e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedDatabase startLocked(
      FolderLock lock, int port, Map<String, String> tuning, Path folder) throws IOException {
    Path home =
        PostgresBinaries.in(folder.resolve("programs"), EmbeddedDatabase.class.getClassLoader());
    PostgresServer server = new PostgresServer(home, folder);
    server.clearTemporary();
    Orphan.clear(server, PATIENCE);
    PostgresBinaries.removeOthers(home);
    Passwords passwords = Passwords.in(folder);
    make(server, passwords);
    try {
      int chosen = startServer(server, port, tuning);
      EmbeddedDatabase database = new EmbeddedDatabase(lock, server, passwords, chosen);
      database.prepare();
      return database;
    } catch (RuntimeException e) {
      // A server that started too slowly, or is not what it should be, must not stay behind.
      Orphan.clear(server, PATIENCE);
      throw e;
    }
  }

  /** The owner, in the database: for migrations, never for serving requests. */
  public Login owner() {
    return login(DATABASE, OWNER);
  }

  /** The generated passwords of this installation. */
  public Passwords passwords() {
    return passwords;
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Stops the server and gives the folder up. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        server.stop();
      } finally {
        lock.close();
      }
    }
  }

  private Login login(String database, String user) {
    return new Login(server.url(port, database), user, passwords.findOrGenerate(user));
  }

  private static void checkTuning(Map<String, String> tuning) {
    tuning.forEach(
        (name, value) -> {
          if (!TUNABLE.contains(name)) {
            throw new DatabaseProblem(
                "The embedded database does not let %s be set (to '%s'); it takes: %s. For more, use an external database (SUNLOT_DB_URL)."
                    .formatted(name, value, String.join(", ", TUNABLE.stream().sorted().toList())));
          }
        });
  }

  private static void make(PostgresServer server, Passwords passwords) throws IOException {
    if (server.initialised()) {
      int wrote = server.dataVersion();
      int reads = server.programVersion();
      if (wrote != reads) {
        throw new DatabaseProblem(
            "The data in %s were written by PostgreSQL %d, this release brings %d. Start the release that wrote them, export there, import here into a new folder."
                .formatted(server.data(), wrote, reads));
      }
      if (passwords.find(PostgresServer.SUPERUSER).isEmpty()) {
        throw new DatabaseProblem(
            "The data in %s are there, but their passwords are not. Bring passwords.properties back from the backup."
                .formatted(server.data()));
      }
      return;
    }
    server.initialise(passwords.findOrGenerate(PostgresServer.SUPERUSER), true);
  }

  private static int startServer(PostgresServer server, int port, Map<String, String> tuning) {
    Map<String, String> settings = new TreeMap<>(tuning);
    settings.putAll(LOGGING);
    settings.putAll(Durability.SETTINGS);
    if (port != 0) {
      demandFree(port);
      server.start(port, settings);
      return port;
    }
    // Between asking for a free port and taking it, somebody else may take it.
    for (int tried = 1; ; tried++) {
      int free = PostgresServer.freePort();
      try {
        server.start(free, settings);
        return free;
      } catch (DatabaseProblem e) {
        if (tried == TRIES || !String.valueOf(e.getMessage()).contains("Address already in use")) {
          throw e;
        }
      }
    }
  }

  private static void demandFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(PostgresServer.loopback(port));
    } catch (IOException e) {
      throw new DatabaseProblem(
          "Port %d on 127.0.0.1 is taken by another program. Name another port for the embedded database, or 0 for any free one."
              .formatted(port),
          e);
    }
  }

  private void prepare() {
    try {
      Login superuser = login("postgres", PostgresServer.SUPERUSER);
      Durability.demandFolder(superuser, server.data());
      Durability.demand(superuser);
      OwnedDatabase.ensure(superuser, owner(), DATABASE);
      Durability.demand(owner());
    } catch (SQLException e) {
      throw new DatabaseProblem(
          "The embedded database in %s runs but cannot be used: %s"
              .formatted(server.data(), e.getMessage()),
          e);
    }
  }
}
