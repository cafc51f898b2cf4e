package cn.sunlot.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One program of PostgreSQL, run to its end within a limit of time.
 *
 * <p>PostgreSQL refuses to run as root. A root process (a container, a small server) therefore runs
 * it in a user namespace of its own, where it is nobody; files keep their real owner.
 */
final class Command {
  private static final boolean ROOT = isRoot();

  private Command() {}

  /** What the program said and how it ended. */
  record Outcome(int exit, String output) {
    boolean ok() {
      return exit == 0;
    }
  }

  /**
   * Runs the program and waits for it.
   *
   * @throws DatabaseProblem when it cannot be started or does not end within the limit (it is
   *     killed)
   */
  static Outcome run(Duration limit, Path directory, List<String> command) {
    Path said = null;
    try {
      // A file and not a pipe: a server started by pg_ctl would keep a pipe open for ever.
      said = Files.createTempFile(directory, "said", ".txt");
      Process process = builder(directory, command).redirectOutput(said.toFile()).start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new DatabaseProblem(
            "%s did not end within %d s and was killed. It said: %s"
                .formatted(command.get(0), limit.toSeconds(), read(said)));
      }
      return new Outcome(process.exitValue(), read(said));
    } catch (IOException e) {
      throw new DatabaseProblem(
          "Cannot run %s in %s: %s%s"
              .formatted(command.get(0), directory, e.getMessage(), ROOT ? ROOT_ADVICE : ""),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted while " + command.get(0) + " was running", e);
    } finally {
      delete(said);
    }
  }

  static final String ROOT_ADVICE =
      " PostgreSQL does not run as root; as root it needs user namespaces (unshare -U)."
          + " Run as an ordinary user, allow user namespaces, or use an external database"
          + " (SUNLOT_DB_URL).";

  static boolean asRoot() {
    return ROOT;
  }

  private static ProcessBuilder builder(Path directory, List<String> command) {
    List<String> all = new ArrayList<>();
    if (ROOT) {
      all.add("unshare");
      all.add("-U");
    }
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).directory(directory.toFile());
    // The caller's PGDATA, PGOPTIONS, PGPORT… would change which server is meant.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder.redirectErrorStream(true);
  }

  private static String read(Path said) throws IOException {
    return new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
  }

  private static void delete(@org.jspecify.annotations.Nullable Path said) {
    if (said != null) {
      said.toFile().delete();
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
