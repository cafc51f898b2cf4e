package cn.sunlot.schema;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One PostgreSQL server: its programs, its data folder, and how it is made, started and stopped.
 */
final class PostgresServer {
  static final String SUPERUSER = "postgres";
  private static final Duration INIT_LIMIT = Duration.ofMinutes(2);
  private static final int START_SECONDS = 300;

  private final Path home;
  private final Path folder;

  /**
   * @param home where the programs are ({@code bin/postgres})
   * @param folder the working folder; the data are in {@code data} below it
   */
  PostgresServer(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  /** Where short-lived files are; what a kill left there goes. */
  void clearTemporary() throws IOException {
    PrivateFolder.remove(temporary());
    PrivateFolder.at(temporary());
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("start.log");
  }

  boolean initialised() {
    return Files.exists(data().resolve("PG_VERSION"));
  }

  int programVersion() {
    String said = run(Duration.ofSeconds(30), "postgres", "--version");
    String number = said.replaceAll(".*?(\\d+)[.\\d]*.*", "$1");
    return Integer.parseInt(number);
  }

  int dataVersion() throws IOException {
    return Integer.parseInt(Files.readString(data().resolve("PG_VERSION")).strip());
  }

  /**
   * initdb: UTF-8, no locale of the machine, page checksums, passwords asked on every way in. Made
   * beside its place and then renamed, so that a kill leaves nothing half made.
   */
  void initialise(String superuserPassword, boolean durable) throws IOException {
    Path password =
        Files.createTempFile(
            temporary(),
            "pw",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Path fresh = folder.resolve("data.new");
    PrivateFolder.remove(fresh);
    try {
      Files.writeString(password, superuserPassword + "\n");
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of("-D", fresh.toString(), "-U", SUPERUSER, "-A", "scram-sha-256"));
      arguments.addAll(List.of("--pwfile=" + password, "-E", "UTF8", "-k", "--locale=C"));
      if (programVersion() >= 17) {
        arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
      }
      if (!durable) {
        arguments.add("-N");
      }
      run(INIT_LIMIT, "initdb", arguments.toArray(String[]::new));
      Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
      PrivateFolder.force(folder);
    } finally {
      Files.delete(password);
    }
  }

  /** Starts the server on the loopback address and waits until it takes connections. */
  void start(int port, Map<String, String> settings) {
    StringBuilder options = new StringBuilder();
    // On the command line: ALTER SYSTEM cannot undo these.
    options.append("-p ").append(port).append(" -c listen_addresses=127.0.0.1");
    options.append(" -c unix_socket_directories=");
    settings.forEach((name, value) -> options.append(" -c ").append(option(name, value)));
    Command.Outcome outcome =
        Command.run(
            Duration.ofSeconds(START_SECONDS + 10L),
            temporary(),
            List.of(
                program("pg_ctl"),
                "start",
                "-w",
                "-t",
                Integer.toString(START_SECONDS),
                "-D",
                data().toString(),
                "-l",
                log().toString(),
                "-o",
                options.toString()));
    if (!outcome.ok()) {
      throw new DatabaseProblem(
          "PostgreSQL in %s did not start on port %d. It said: %s%nLast lines of %s:%n%s%s"
              .formatted(
                  data(),
                  port,
                  outcome.output(),
                  log(),
                  lastLines(),
                  rootAdvice(outcome.output())));
    }
  }

  /**
   * Stops the server: {@code fast} (open transactions are rolled back), and where that does not end
   * in time {@code immediate} (as after a power cut; the next start recovers).
   */
  void stop() {
    Command.Outcome fast = stop("fast", 30);
    if (!fast.ok() && Files.exists(data().resolve("postmaster.pid"))) {
      Command.Outcome immediate = stop("immediate", 15);
      if (!immediate.ok() && Files.exists(data().resolve("postmaster.pid"))) {
        throw new DatabaseProblem(
            "PostgreSQL in %s cannot be stopped: %s %s. Stop the process named in %s by hand."
                .formatted(
                    data(), fast.output(), immediate.output(), data().resolve("postmaster.pid")));
      }
    }
  }

  private Command.Outcome stop(String mode, int seconds) {
    return Command.run(
        Duration.ofSeconds(seconds + 10L),
        temporary(),
        List.of(
            program("pg_ctl"),
            "stop",
            "-w",
            "-t",
            Integer.toString(seconds),
            "-m",
            mode,
            "-D",
            data().toString()));
  }

  String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A port that is free on the loopback address now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(loopback(0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DatabaseProblem("No free port on 127.0.0.1: " + e.getMessage(), e);
    }
  }

  /** An address clients reach this machine's own servers at. */
  static InetSocketAddress loopback(int port) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  private String run(Duration limit, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(program(program));
    command.addAll(List.of(arguments));
    Command.Outcome outcome = Command.run(limit, temporary(), command);
    if (!outcome.ok()) {
      throw new DatabaseProblem(
          "%s in %s failed (exit %d): %s%s"
              .formatted(
                  program, folder, outcome.exit(), outcome.output(), rootAdvice(outcome.output())));
    }
    return outcome.output();
  }

  private static String rootAdvice(String said) {
    return Command.asRoot() && said.contains("unshare") ? Command.ROOT_ADVICE : "";
  }

  private String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static String option(String name, String value) {
    // pg_ctl hands the options to a shell.
    if (!name.matches("[a-z_.]+") || value.contains("'") || value.contains("\n")) {
      throw new DatabaseProblem("Setting %s=%s of PostgreSQL is malformed".formatted(name, value));
    }
    return name + "='" + value + "'";
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readString(log(), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "(not readable: " + e.getMessage() + ")";
    }
  }
}
