package cn.sunlot.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The executable jar as its own process on free ports. */
final class Program implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");
  private static final Pattern SET_UP_CODE =
      Pattern.compile("\\b([A-Z2-9]{4}(-[A-Z2-9]{4}){4})\\b");

  private static @Nullable Program common;

  private final Process process;
  private final Path said;
  private final int port;
  private final int portalPort;

  private Program(Process process, Path said, int port, int portalPort) {
    this.process = process;
    this.said = said;
    this.port = port;
    this.portalPort = portalPort;
  }

  /** Starts it with its demo. */
  static Program demo(Path folder) throws IOException, InterruptedException {
    KeptDemo.copyTo(folder.resolve("data"), Path.of(System.getProperty("sunlot.jar")));
    return start(folder, true, Map.of());
  }

  /**
   * The demo that tests have in common which need nothing of it for themselves; it ends after the
   * last of them.
   */
  static synchronized Program commonDemo() throws IOException, InterruptedException {
    if (common == null) {
      Path target = Path.of(System.getProperty("sunlot.pictures")).toAbsolutePath().getParent();
      Program started = demo(Files.createTempDirectory(target, "demo"));
      Runtime.getRuntime().addShutdownHook(new Thread(started::end));
      common = started;
    }
    return common;
  }

  /** Starts it as it comes, with nobody and nothing in it. */
  static Program empty(Path folder) throws IOException, InterruptedException {
    return empty(folder, Map.of());
  }

  /** The same with further settings. */
  static Program empty(Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    return start(folder, false, settings);
  }

  /** Starts it with all its data in a folder, and waits until it answers. */
  private static Program start(Path folder, boolean demo, Map<String, String> settings)
      throws IOException, InterruptedException {
    int[] ports = freePorts();
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx768m",
                    "-jar",
                    System.getProperty("sunlot.jar")))
            .directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SUNLOT_"));
    builder.environment().putAll(settings);
    builder.environment().put("SUNLOT_DEMO", Boolean.toString(demo));
    builder.environment().put("SUNLOT_DATA", folder.resolve("data").toString());
    builder.environment().put("SUNLOT_PORT", Integer.toString(ports[0]));
    builder.environment().put("SUNLOT_PORTAL_PORT", Integer.toString(ports[1]));
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    Program program = new Program(process, said, ports[0], ports[1]);
    program.awaitReady();
    return program;
  }

  /** Two ports at once, so that they differ. */
  private static int[] freePorts() throws IOException {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      return new int[] {one.getLocalPort(), other.getLocalPort()};
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!said().contains(console())) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("the program did not start, but said:\n" + said());
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }

  private String said() throws IOException {
    return Files.readString(said);
  }

  /** Address of the back office, with a slash at its end. */
  String console() {
    return "http://localhost:" + port + "/";
  }

  /** Address of the public site, with a slash at its end. */
  String portal() {
    return "http://localhost:" + portalPort + "/";
  }

  /** The password of the demo's people, as the window shows it. */
  String password() throws IOException {
    return shown(PASSWORD);
  }

  /** The code that lets the first administrators in, as the window shows it. */
  String setUpCode() throws IOException {
    return shown(SET_UP_CODE);
  }

  private String shown(Pattern what) throws IOException {
    var shown = what.matcher(said());
    if (!shown.find()) {
      throw new IllegalStateException("not shown: " + what + " in\n" + said());
    }
    return shown.group(1);
  }

  @Override
  public void close() {
    if (this != common) {
      end();
    }
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
