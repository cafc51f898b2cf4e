package cn.sunlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second start of the platform against a Spring context without anything of ours. */
@Tag("deep")
class StartTimesTest {

  private static final int RUNS = 3;

  @TempDir private Path folder;

  @Test
  void the_second_start_takes_at_most_three_times_the_bare_spring_context_of_the_same_jar()
      throws Exception {
    Map<String, String> demo = Map.of("SUNLOT_DEMO", "true");
    int port = Program.freePort();
    Duration first = start(port, demo);
    Duration second = Duration.ofDays(1);
    Duration bare = Duration.ofDays(1);
    // The best of a few, so that what else the machine does counts for neither.
    for (int i = 0; i < RUNS; i++) {
      second = shorter(second, start(port, demo));
      bare = shorter(bare, bare());
    }
    System.out.printf(
        "first start %d ms, second %d ms, bare Spring context %d ms, ratio %.2f%n",
        first.toMillis(),
        second.toMillis(),
        bare.toMillis(),
        (double) second.toMillis() / bare.toMillis());
    assertThat(second).isLessThanOrEqualTo(bare.multipliedBy(3));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private Duration start(int port, Map<String, String> variables) throws Exception {
    long begin = System.nanoTime();
    try (Program program = Program.start(folder, port, variables)) {
      program.awaitAnswer();
      Duration answered = Duration.ofNanos(System.nanoTime() - begin);
      program.awaitReady();
      return answered;
    }
  }

  /** A web server and Spring's own beans from the same jar: no beans of ours, no database. */
  private Duration bare() throws Exception {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("sunlot.jar"),
                    "-Dloader.main=cn.sunlot.app.BareSpring",
                    "-Dloader.path=" + Path.of("target", "test-classes").toAbsolutePath(),
                    "org.springframework.boot.loader.launch.PropertiesLauncher"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("bare.txt").toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue())
        .as(java.nio.file.Files.readString(folder.resolve("bare.txt")))
        .isZero();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
